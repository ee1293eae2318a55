import { useTranslation } from 'react-i18next';
import { LayoutTemplate } from 'lucide-react';
import type { BodyProps } from './body-props.ts';
import { TemplateWords } from './TemplateWords.tsx';
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
      <TemplateWords content={content} meta={meta} />
    </>
  );
}
