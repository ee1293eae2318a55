import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonField } from '#shared/models/custom-field.ts';
import { unreachable } from '#shared/unreachable.ts';
import { EditableText } from '../ui/EditableText.tsx';
import styles from './person.module.css';

const LONGEST = 2000;

interface FieldEditorProps {
  readonly field: PersonField;
  /** Answers the sentence that says why it could not be kept, if it could not. */
  readonly onSave: (typed: string) => Promise<string | undefined>;
}

/** A field as its kind wants to be filled. */
export function FieldEditor({ field, onSave }: FieldEditorProps) {
  const { t } = useTranslation();
  const { kind, name, choices, value } = field;
  switch (kind) {
    case 'text':
    case 'number':
    case 'date':
      return (
        <EditableText
          key={value}
          {...(kind === 'number' ? { inputMode: 'decimal' } : {})}
          type={kind === 'date' && isDay(value) ? 'date' : 'text'}
          label={name}
          value={value ?? ''}
          placeholder={t('context.add')}
          maxLength={LONGEST}
          onSave={onSave}
        />
      );
    case 'yes_no': {
      const answers = [
        { value: 'true', text: t('person.yes') },
        { value: 'false', text: t('person.no') },
      ];
      return <Choice field={field} options={answers} onSave={onSave} />;
    }
    case 'choice': {
      const options = choices.map((choice) => ({ value: choice, text: choice }));
      return <Choice field={field} options={options} onSave={onSave} />;
    }
    default:
      return unreachable(kind);
  }
}

/** What an import brought may be no day of the calendar, which a date field would not show. */
function isDay(value: string | null): boolean {
  return value === null || /^\d{4}-\d\d-\d\d$/.test(value);
}

interface ChoiceProps extends FieldEditorProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Choice({ field: { name, value }, options, onSave }: ChoiceProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const known = options.find((option) => option.value.toLowerCase() === value?.toLowerCase());

  async function save(chosen: string) {
    setProblem(await onSave(chosen));
  }

  const isForeign = value !== null && known === undefined;
  return (
    <>
      <select
        aria-label={name}
        className={styles['select']}
        data-empty={value === null}
        value={known?.value ?? value ?? ''}
        onChange={({ target }) => void save(target.value)}
      >
        <option value="">{value === null ? t('context.add') : t('person.nothing')}</option>
        {isForeign && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <span role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </>
  );
}
