import { useTranslation } from 'react-i18next';
import { LayoutTemplate } from 'lucide-react';
import { Words } from '../message/Words.tsx';
import type { BodyProps } from './body-props.ts';
import { MetaLine } from './MetaLine.tsx';
import styles from './content.module.css';

export function TemplateBody({ content, meta }: BodyProps<'template'>) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles['kind']}>
        <LayoutTemplate aria-hidden="true" size={13} strokeWidth={1.75} />
        {t('content.template')}
        <span className={styles['kindName']}>{content.name}</span>
      </p>
      {content.body === '' ? (
        <MetaLine>{meta}</MetaLine>
      ) : (
        <Words text={content.body} meta={meta} />
      )}
    </>
  );
}
