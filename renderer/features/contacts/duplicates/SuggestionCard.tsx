import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDown } from 'lucide-react';
import type { MergeSuggestion } from '#shared/models/merge.ts';
import { unreachable } from '#shared/unreachable.ts';
import { keepApart, mergeTwo } from '../../../stores/merges.ts';
import { Button } from '../../../ui/Button.tsx';
import { phoneText } from '../../../ui/contact-text.ts';
import { focusMain } from './focus-main.ts';
import { Comparison } from './Comparison.tsx';
import { useMergePreview } from './use-merge-preview.ts';
import styles from './SuggestionCard.module.css';

interface SuggestionCardProps {
  readonly suggestion: MergeSuggestion;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Two names and why they may be one person; opened, the two side by side. */
export function SuggestionCard({ suggestion, isOpen, onToggle }: SuggestionCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const { names } = suggestion;
  const reason = useReason(suggestion);
  return (
    <li className={styles['card']}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className={styles['head']}
        onClick={onToggle}
      >
        <span className={styles['names']}>
          <bdi>{names[0]}</bdi> <span className={styles['and']}>{t('merges.and')}</span>{' '}
          <bdi>{names[1]}</bdi>
        </span>
        <span className={styles['reason']}>{reason}</span>
        <ChevronDown aria-hidden="true" size={19} strokeWidth={1.75} className={styles['arrow']} />
      </button>
      <div id={id} hidden={!isOpen} className={styles['body']}>
        {isOpen && <Opened suggestion={suggestion} />}
      </div>
    </li>
  );
}

function Opened({ suggestion: { contactIds, names } }: Pick<SuggestionCardProps, 'suggestion'>) {
  const { t } = useTranslation();
  const answer = useMergePreview(...contactIds);
  const [isBusy, setBusy] = useState(false);

  async function act(deed: () => Promise<unknown>) {
    setBusy(true);
    await deed();
    setBusy(false);
    // The card is gone, and the focus with it.
    focusMain();
  }

  if (answer === undefined) return <div className={styles['coming']} />;
  if (answer.kind === 'failed') return <p role="alert">{answer.message}</p>;
  return (
    <>
      <Comparison preview={answer.preview} />
      {answer.preview.refusal !== null && (
        <p className={styles['refusal']}>{answer.preview.refusal}</p>
      )}
      <div className={styles['actions']}>
        <Button
          kind="primary"
          disabled={isBusy || answer.preview.refusal !== null}
          onClick={() => void act(() => mergeTwo(contactIds, names))}
        >
          {t('merges.merge')}
        </Button>
        <Button
          kind="quiet"
          disabled={isBusy}
          onClick={() => void act(() => keepApart(contactIds, names))}
        >
          {t('merges.areTwo')}
        </Button>
      </div>
    </>
  );
}

function useReason({ reason }: MergeSuggestion): string {
  const { t } = useTranslation();
  switch (reason.kind) {
    case 'phone':
      return t('merges.reason.phone', {
        one: phoneText(reason.phones[0]),
        other: phoneText(reason.phones[1]),
      });
    case 'email':
      return t('merges.reason.email', { email: reason.email });
    case 'name':
      return t('merges.reason.name', { name: reason.name });
    default:
      return unreachable(reason);
  }
}
