import { useTranslation } from 'react-i18next';
import type { BodyProps } from './body-props.ts';
import { MetaLine } from './MetaLine.tsx';
import { PlainWords } from './PlainWords.tsx';
import styles from './content.module.css';

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
