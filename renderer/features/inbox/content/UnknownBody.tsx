import { useTranslation } from 'react-i18next';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import styles from '../../../ui/message/content.module.css';

export function UnknownBody({ content, meta }: BodyProps<'unknown'>) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <PlainWords text={t('content.unknownTitle', { type: content.whatsappType })} />
      </p>
      <details className={styles['raw']}>
        <summary>{t('content.showRaw')}</summary>
        <pre dir="ltr" className={styles['json']}>
          <PlainWords text={JSON.stringify(content.payload, null, 2)} />
        </pre>
      </details>
      <MetaLine>{meta}</MetaLine>
    </>
  );
}
