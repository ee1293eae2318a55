import { useTranslation } from 'react-i18next';
import { readContent } from '#shared/message-content.ts';
import type { ParameterFormat } from '#shared/models/template.ts';
import type { TemplateParts } from '#shared/models/template-parts.ts';
import { templateObject } from '#shared/templates/fill.ts';
import type { SlotValues } from '#shared/templates/values.ts';
import { writeParts } from '#shared/templates/write-parts.ts';
import { TemplateWords } from '../message/TemplateWords.tsx';
import styles from './template.module.css';

interface TemplatePreviewProps {
  readonly name: string;
  readonly language: string;
  readonly parameterFormat: ParameterFormat;
  readonly parts: TemplateParts;
  readonly values: SlotValues;
}

/** What the customer will see: the message that would be sent, drawn by what draws the thread. */
export function TemplatePreview({ values, ...template }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const content = readContent('template', {
    type: 'template',
    template: templateObject(template, values),
    definition: writeParts(template.parts, template.parameterFormat),
  });
  return (
    <section aria-label={t('templates.preview')} className={styles['preview']}>
      <div className={styles['bubble']}>
        {content.kind === 'template' && <TemplateWords content={content} meta={null} />}
      </div>
    </section>
  );
}
