import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import { EXPORT_COLUMNS, EXPORT_FORMATS } from '#shared/models/contact-export.ts';
import type { ExportColumn, ExportFormat } from '#shared/models/contact-export.ts';
import { announce } from '../../../stores/live-text.ts';
import { loadExportChoices, saveExport, useExporting } from '../../../stores/exporting.ts';
import { loadLabels, useLabels } from '../../../stores/labels.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ColumnBoxes } from './ColumnBoxes.tsx';
import { readWhom } from './whom.ts';
import styles from './ExportForm.module.css';

export function ExportForm({ contactIds }: { readonly contactIds: readonly ContactId[] }) {
  const { t } = useTranslation();
  const labels = useLabels((state) => state.all);
  const segments = useExporting((state) => state.segments);
  const [whom, setWhom] = useState(contactIds.length > 0 ? 'contacts' : 'all');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const fields = useExporting((state) => state.fields);
  const [left, setLeft] = useState<ReadonlySet<ExportColumn>>(new Set());
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  useEffect(() => {
    void Promise.all([loadLabels(), loadExportChoices()]);
  }, []);
  const all: readonly ExportColumn[] = [...EXPORT_COLUMNS, ...fields.map(({ id }) => id)];
  const columns = all.filter((column) => !left.has(column));

  async function save() {
    const choice = readWhom(whom, contactIds);
    if (choice === undefined || columns.length === 0 || outcome.kind === 'writing') return;
    setOutcome({ kind: 'writing' });
    const result = await saveExport({ format, choice, columns });
    if (result.ok) announce(t('exports.saved', { count: result.data }));
    setOutcome(
      result.ok
        ? { kind: 'saved', people: result.data }
        : { kind: 'failed', why: result.error.message },
    );
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles['pair']}>
        <SelectField label={t('exports.whom')} value={whom} onChange={setWhom}>
          {contactIds.length > 0 && (
            <option value="contacts">{t('exports.chosen', { count: contactIds.length })}</option>
          )}
          <option value="all">{t('exports.all')}</option>
          <option value="opted_out">{t('exports.optedOut')}</option>
          {segments.length > 0 && (
            <optgroup label={t('exports.segments')}>
              {segments.map(({ id, name }) => (
                <option key={id} value={`segment:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {labels.length > 0 && (
            <optgroup label={t('exports.labels')}>
              {labels.map(({ id, name }) => (
                <option key={id} value={`label:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <SelectField
          label={t('exports.format')}
          value={format}
          onChange={(value) => setFormat(EXPORT_FORMATS.find((each) => each === value) ?? 'xlsx')}
        >
          {EXPORT_FORMATS.map((each) => (
            <option key={each} value={each}>
              {t(`exports.formats.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <ColumnBoxes all={all} fields={fields} left={left} onChange={setLeft} />
      {left.has('phone') && <p className={styles['hint']}>{t('exports.noPhone')}</p>}
      <p className={styles['hint']}>{t(`exports.guard.${format}`)}</p>
      <div className={styles['foot']}>
        <output className={styles['outcome']} data-failed={outcome.kind === 'failed'}>
          {wordsOf(outcome)}
        </output>
        <Button
          kind="primary"
          type="submit"
          aria-disabled={columns.length === 0 || outcome.kind === 'writing'}
        >
          {t('exports.save')}
        </Button>
      </div>
    </form>
  );

  function wordsOf(told: Outcome): string {
    switch (told.kind) {
      case 'none':
        return columns.length === 0 ? t('exports.noColumns') : '';
      case 'writing':
        return t('exports.writing');
      case 'saved':
        return t('exports.saved', { count: told.people });
      case 'failed':
        return told.why;
      default:
        return told satisfies never;
    }
  }
}

type Outcome =
  | { readonly kind: 'none' | 'writing' }
  | { readonly kind: 'saved'; readonly people: number }
  | { readonly kind: 'failed'; readonly why: string };
