import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldKind } from '#shared/models/custom-field.ts';
import { createField } from '../../../stores/fields.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { KindSelect } from './KindSelect.tsx';
import { choicesIn } from './choices.ts';
import styles from './FieldsDialog.module.css';

export function NewField() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<FieldKind>('text');
  const [choices, setChoices] = useState('');
  const [problem, setProblem] = useState<string>();

  async function add() {
    if (name.trim() === '') return setProblem(t('fields.nameMissing'));
    const refusal = await createField({ name, kind, choices: choicesIn(choices) });
    setProblem(refusal);
    if (refusal !== undefined) return undefined;
    setName('');
    setChoices('');
    return setKind('text');
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void add();
  }

  return (
    <form className={styles['new']} onSubmit={onSubmit}>
      <h3 className={styles['newTitle']}>{t('fields.new')}</h3>
      <div className={styles['line']}>
        <TextField label={t('fields.name')} value={name} onChange={setName} />
        <KindSelect label={t('fields.kind')} value={kind} onChange={setKind} />
      </div>
      {kind === 'choice' && (
        <TextField
          label={t('fields.choices')}
          hint={t('fields.choicesHint')}
          rows={3}
          value={choices}
          onChange={setChoices}
        />
      )}
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <Button kind="primary" type="submit" className={styles['add']}>
        {t('fields.add')}
      </Button>
    </form>
  );
}
