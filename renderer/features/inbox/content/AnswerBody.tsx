import { useTranslation } from 'react-i18next';
import { ClipboardList, CornerDownRight } from 'lucide-react';
import { Words } from '../../../ui/message/Words.tsx';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import styles from '../../../ui/message/content.module.css';

export function AnswerBody({ content, meta }: BodyProps<'answer'>) {
  const { t } = useTranslation();
  const { title, description } = content;
  return (
    <>
      <p className={styles['kind']}>
        <CornerDownRight aria-hidden="true" size={13} strokeWidth={1.75} />
        {t('content.answer')}
      </p>
      <Words text={title} meta={description === null ? meta : undefined} />
      {description !== null && (
        <div className={styles['secondary']}>
          <Words text={description} meta={meta} />
        </div>
      )}
    </>
  );
}

export function FlowAnswerBody({ content, meta }: BodyProps<'flow_answer'>) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles['kind']}>
        <ClipboardList aria-hidden="true" size={13} strokeWidth={1.75} />
        {t('content.flowAnswer')}
      </p>
      <dl className={styles['table']}>
        {content.fields.map(({ name, value }) => (
          <div key={name} className={styles['tableRow']}>
            <dt dir="auto">
              <PlainWords text={name} />
            </dt>
            <dd dir="auto">
              <PlainWords text={value} />
            </dd>
          </div>
        ))}
      </dl>
      <MetaLine>{meta}</MetaLine>
    </>
  );
}
