import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { foldWholeMessage } from '#shared/stop-words.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ConsentScreen.module.css';

interface WordListProps {
  readonly list: 'stop' | 'start';
  /** The owner’s; null: those that Frontdesk brings. */
  readonly own: readonly string[] | null;
  readonly brought: readonly string[];
  /** Answers why it could not be kept, if it could not. */
  readonly onChange: (words: string[] | null, done: string) => Promise<string | undefined>;
}

/** More than these are looked for by typing. */
const AT_FIRST = 40;

/** Words that count as a whole message. What is typed finds one, or becomes one. */
export function WordList({ list, own, brought, onChange }: WordListProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [problem, setProblem] = useState<string>();
  const words = own ?? brought;
  const wanted = foldWholeMessage(typed);
  const found = words.filter((word) => foldWholeMessage(word)?.includes(wanted ?? '') === true);
  const shown = isWhole ? found : found.slice(0, AT_FIRST);
  const isKnown = words.some((word) => foldWholeMessage(word) === wanted);

  async function keep(changed: string[] | null, done: string) {
    const refusal = await onChange(changed, done);
    setProblem(refusal === undefined ? undefined : t('message.couldNot', { reason: refusal }));
    return refusal === undefined;
  }

  async function add() {
    const word = typed.trim();
    if (wanted === undefined) return setProblem(t('consentSettings.words.noWord'));
    if (isKnown) return setProblem(t('consentSettings.words.known', { word }));
    if (await keep([word, ...words], t('consentSettings.words.added', { word }))) setTyped('');
    return undefined;
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void add();
  }

  function remove(word: string) {
    const rest = words.filter((each) => each !== word);
    void keep(rest, t('consentSettings.words.removed', { word }));
    // The button goes with its word; without the focus nobody could go on by keyboard.
    field.current?.focus();
  }

  return (
    <>
      <form className={styles['add']} onSubmit={onSubmit}>
        <input
          ref={field}
          dir="auto"
          maxLength={60}
          aria-label={t(`consentSettings.${list}.find`)}
          placeholder={t(`consentSettings.${list}.find`)}
          className={styles['field']}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
        />
        <Button kind="quiet" type="submit" className={styles['small']}>
          {t('consentSettings.words.add')}
        </Button>
      </form>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <ul aria-label={t(`consentSettings.${list}.title`)} className={styles['chips']}>
        {shown.map((word) => (
          <li key={word} className={styles['chip']}>
            <bdi>{word}</bdi>
            <button
              type="button"
              aria-label={t('consentSettings.words.remove', { word })}
              className={styles['remove']}
              onClick={() => remove(word)}
            >
              <X aria-hidden="true" size={13} strokeWidth={2} />
            </button>
          </li>
        ))}
      </ul>
      {words.length === 0 && <p className={styles['empty']}>{t(`consentSettings.${list}.none`)}</p>}
      <div className={styles['foot']}>
        {found.length > shown.length && (
          <Button kind="text" onClick={() => setWhole(true)}>
            {t('consentSettings.words.more', { count: found.length - shown.length })}
          </Button>
        )}
        {own !== null && (
          <Button kind="text" onClick={() => void keep(null, t('consentSettings.words.restored'))}>
            {t('consentSettings.words.restore')}
          </Button>
        )}
      </div>
    </>
  );
}
