import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2 } from 'lucide-react';
import { LABEL_TONES, TONE_NAMES } from '#shared/label.ts';
import type { Label } from '#shared/models/label.ts';
import {
  changeLabel,
  createLabel,
  deleteLabel,
  loadLabelCounts,
  manageLabels,
  useLabels,
} from '../../../stores/labels.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './LabelsDialog.module.css';

/** All labels: their names, colours, and how many carry them. */
export function LabelsDialog() {
  const { t } = useTranslation();
  const isManaging = useLabels((state) => state.isManaging);
  const all = useLabels((state) => state.all);
  return (
    <Dialog
      title={t('labels.name')}
      isOpen={isManaging}
      size="large"
      onClose={() => manageLabels(false)}
    >
      <p className={styles['lead']}>{t('labels.lead')}</p>
      <NewLabel />
      <ul className={styles['list']}>
        {all.map((label) => (
          <li key={label.id}>
            <LabelRow label={label} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function NewLabel() {
  const { t } = useTranslation();
  const [name, setName] = useState('');

  async function add() {
    if (name.trim() === '') return;
    if ((await createLabel(name)) === undefined) return;
    setName('');
    await loadLabelCounts();
  }

  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        dir="auto"
        maxLength={60}
        aria-label={t('labels.newName')}
        placeholder={t('labels.newName')}
        className={styles['field']}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button kind="primary" type="submit" disabled={name.trim() === ''}>
        {t('labels.add')}
      </Button>
    </form>
  );
}

function LabelRow({ label }: { readonly label: Label }) {
  const { t } = useTranslation();
  const problemId = useId();
  const [name, setName] = useState(label.name);
  const [problem, setProblem] = useState<string>();
  const count = useLabels((state) => state.counts.get(label.id));

  async function change(changed: Label) {
    setProblem(undefined);
    if (changed.name === '') return setName(label.name);
    if (changed.name === label.name && changed.color === label.color) return undefined;
    return setProblem(await changeLabel(changed));
  }

  return (
    <>
      <div className={styles['row']}>
        <label className={styles['swatch']} style={{ background: label.color }}>
          <span className={styles['hidden']}>{t('labels.color', { label: label.name })}</span>
          <select
            className={styles['colors']}
            value={label.color}
            onChange={(event) => void change({ ...label, color: event.target.value })}
          >
            {TONE_NAMES.map((tone) => (
              <option key={tone} value={LABEL_TONES[tone]}>
                {t(`labels.tones.${tone}`)}
              </option>
            ))}
            {isOfOwnTone(label.color) && (
              <option value={label.color}>{t('labels.tones.own')}</option>
            )}
          </select>
        </label>
        <input
          dir="auto"
          maxLength={60}
          aria-label={t('labels.rename', { label: label.name })}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : problemId}
          className={styles['field']}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void change({ ...label, name: name.trim() })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <span className={styles['count']}>
          {t('labels.people', { count: count?.contacts ?? 0 })}
        </span>
        <IconButton
          icon={Trash2}
          label={t('labels.delete', { label: label.name })}
          onClick={() => void deleteLabel(label)}
        />
      </div>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </>
  );
}

/** A program may have given a colour that is none of ours. */
function isOfOwnTone(color: string): boolean {
  return TONE_NAMES.every((tone) => LABEL_TONES[tone] !== color);
}
