import { useTranslation } from 'react-i18next';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { ParameterFormat } from '#shared/models/template.ts';
import type { TemplateHeader } from '#shared/models/template-parts.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { Choice } from './Choice.tsx';
import { SampleField } from './SampleField.tsx';
import { WordsFields } from './WordsFields.tsx';
import styles from './edit.module.css';

const KINDS = ['none', 'text', 'image', 'video', 'document', 'location'] as const;
type Kind = (typeof KINDS)[number];

interface HeaderFieldsProps {
  readonly header: TemplateHeader | null;
  readonly format: ParameterFormat;
  readonly draftId: TemplateDraftId;
  readonly place: string;
  readonly kinds?: readonly Kind[];
  readonly at: (place: string) => string | undefined;
  readonly onChange: (header: TemplateHeader | null) => void;
}

/** What stands above the words: a headline, a file or a place. */
export function HeaderFields(props: HeaderFieldsProps) {
  const { header, format, draftId, place, kinds = KINDS, at, onChange } = props;
  const { t } = useTranslation();
  return (
    <section className={styles['card']} aria-label={t('templates.places.header')}>
      <Choice
        label={t('templates.places.header')}
        value={kindOf(header)}
        options={kinds.map((kind) => ({ value: kind, words: t(`templates.headers.${kind}`) }))}
        onChange={(kind) => onChange(headerOf(kind))}
      />
      {header?.kind === 'text' && (
        <WordsFields
          label={t('templates.editor.headline')}
          limit={TEMPLATE_LIMITS.header}
          rows={1}
          text={header.text}
          examples={header.examples}
          format={format}
          place={place}
          at={at}
          onChange={(text, examples) => onChange({ ...header, text, examples })}
        />
      )}
      {header?.kind === 'media' && (
        <SampleField
          header={header}
          draftId={draftId}
          problem={at(place)}
          onChange={(handle) => onChange({ ...header, handle })}
        />
      )}
    </section>
  );
}

function kindOf(header: TemplateHeader | null): Kind {
  if (header === null || header.kind === 'product') return 'none';
  if (header.kind !== 'media') return header.kind;
  return header.media === 'gif' ? 'video' : header.media;
}

function headerOf(kind: Kind): TemplateHeader | null {
  if (kind === 'none') return null;
  if (kind === 'text') return { kind, text: '', examples: {} };
  if (kind === 'location') return { kind };
  return { kind: 'media', media: kind, handle: null };
}
