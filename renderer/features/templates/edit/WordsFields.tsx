import { useTranslation } from 'react-i18next';
import { Braces } from 'lucide-react';
import type { ParameterFormat } from '#shared/models/template.ts';
import type { Examples } from '#shared/models/template-parts.ts';
import { inOrder, isPositional, variablesIn } from '#shared/templates/variables.ts';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './edit.module.css';

interface WordsFieldsProps {
  readonly label: string;
  readonly limit: number;
  readonly rows: number;
  readonly text: string;
  readonly examples: Examples;
  readonly format: ParameterFormat;
  readonly place: string;
  readonly at: (place: string) => string | undefined;
  readonly onChange: (text: string, examples: Examples) => void;
}

/** Words with variables in them, and an example for each. */
export function WordsFields(props: WordsFieldsProps) {
  const { label, limit, rows, text, examples, format, place, at, onChange } = props;
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={label}
        limit={limit}
        rows={rows}
        value={text}
        problem={at(place)}
        onChange={(next) => onChange(next, examples)}
      />
      <button
        type="button"
        className={styles['add']}
        onClick={() => onChange(`${text}{{${nextVariable(text, format)}}}`, examples)}
      >
        <Braces aria-hidden="true" size={16} strokeWidth={1.75} />
        {t('templates.editor.addVariable')}
      </button>
      {inOrder(variablesIn(text)).map((variable) => (
        <TextField
          key={variable}
          label={t('templates.editor.example', {
            variable: isPositional(variable) ? `{{${variable}}}` : variable,
          })}
          value={examples[variable] ?? ''}
          problem={at(`${place}.example.${variable}`)}
          onChange={(example) => onChange(text, { ...examples, [variable]: example })}
        />
      ))}
    </>
  );
}

/** The next number, or the next name that is free. */
function nextVariable(text: string, format: ParameterFormat): string {
  const taken = variablesIn(text);
  if (format === 'POSITIONAL') return String(taken.length + 1);
  if (!taken.includes('name')) return 'name';
  let number = 2;
  while (taken.includes(`value_${number}`)) number += 1;
  return `value_${number}`;
}
