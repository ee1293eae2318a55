import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2 } from 'lucide-react';
import type { FieldDefinition, FieldKind } from '#shared/models/custom-field.ts';
import { changeDefinition, deleteField } from '../../../stores/fields.ts';
import { Button } from '../../../ui/Button.tsx';
import { EditableText } from '../../../ui/EditableText.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { KindSelect } from './KindSelect.tsx';
import { choicesIn } from './choices.ts';
import styles from './FieldsDialog.module.css';

interface FieldRowProps {
  readonly field: FieldDefinition;
}

export function FieldRow({ field }: FieldRowProps) {
  const { t } = useTranslation();
  /** A field becomes one of choices only when there are some. */
  const [wantsChoices, setWantsChoices] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { name, kind, choices, holders } = field;
  const shown = wantsChoices ? 'choice' : kind;

  async function changeKind(wanted: FieldKind) {
    setWantsChoices(wanted === 'choice');
    if (wanted === 'choice' || wanted === kind) return setProblem(undefined);
    return setProblem(await changeDefinition(field, { kind: wanted }));
  }

  async function changeChoices(text: string) {
    const refusal = await changeDefinition(field, { kind: 'choice', choices: choicesIn(text) });
    if (refusal === undefined) setWantsChoices(false);
    return refusal;
  }

  return (
    <>
      <div className={styles['line']}>
        <div className={styles['name']}>
          <EditableText
            key={name}
            label={t('fields.nameOf', { field: name })}
            value={name}
            placeholder={t('fields.name')}
            maxLength={100}
            onSave={(typed) =>
              typed === ''
                ? Promise.resolve(t('fields.nameMissing'))
                : changeDefinition(field, { name: typed })
            }
          />
          <span className={styles['holders']}>{t('fields.holders', { count: holders })}</span>
        </div>
        <KindSelect
          label={t('fields.kind')}
          value={shown}
          onChange={(wanted) => void changeKind(wanted)}
        />
        <IconButton
          icon={Trash2}
          label={t('fields.delete', { field: name })}
          onClick={() => setLeaving(true)}
        />
      </div>
      {shown === 'choice' && (
        <ChoicesEditor key={choices.join('\n')} choices={choices} onSave={changeChoices} />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      {isLeaving && <Leaving field={field} onStay={() => setLeaving(false)} />}
    </>
  );
}

interface ChoicesEditorProps {
  readonly choices: readonly string[];
  readonly onSave: (text: string) => Promise<string | undefined>;
}

/** Kept when one leaves it; what could not be kept stays to be mended. */
function ChoicesEditor({ choices, onSave }: ChoicesEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const former = choices.join('\n');
  const [text, setText] = useState(former);
  const [problem, setProblem] = useState<string>();

  async function save() {
    if (choicesIn(text).join('\n') === former) return;
    setProblem(await onSave(text));
  }

  return (
    <div className={styles['choices']}>
      <label htmlFor={id}>{t('fields.choices')}</label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        className={styles['area']}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void save()}
      />
      <p id={`${id}-problem`} role="alert" className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}

/** Values go with the field and do not come back, so their number is said first. */
function Leaving({ field, onStay }: FieldRowProps & { readonly onStay: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles['leaving']}>
      <p>{t('fields.leaving', { count: field.holders, field: field.name })}</p>
      <Button kind="text" onClick={() => void deleteField(field)}>
        {t('fields.deleteNow')}
      </Button>
      <Button kind="text" onClick={onStay}>
        {t('fields.keep')}
      </Button>
    </div>
  );
}
