import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NOTE_LENGTH } from '#shared/limits.ts';
import type { ContactProfile } from '#shared/models/contact-profile.ts';
import { changeContact, offerFormer } from '../stores/person-changes.ts';
import styles from './person.module.css';

const SAVE_AFTER_MS = 400;

interface PersonNoteProps {
  readonly profile: ContactProfile;
  readonly name: string;
}

/** What is worth remembering about a person. Kept while one types; undone as a whole. */
export function PersonNote({ profile, name }: PersonNoteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** As it was when the field got the focus. */
  const former = useRef(profile.notes);
  const text = typed ?? profile.notes;

  async function save() {
    if (typed === undefined || typed === profile.notes) return;
    setProblem(await changeContact(profile.id, { notes: typed }));
  }

  const saveSoon = useEffectEvent(() => void save());
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => saveSoon(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const saveAtLast = useEffectEvent(() => void save());
  useEffect(() => {
    window.addEventListener('pagehide', saveAtLast);
    return () => {
      window.removeEventListener('pagehide', saveAtLast);
      saveAtLast();
    };
  }, []);

  async function leave() {
    await save();
    if (text !== former.current) offerFormer(profile.id, name, { notes: former.current });
    setTyped(undefined);
  }

  return (
    <section className={styles['section']}>
      <h3 className={styles['sectionTitle']}>{t('context.note')}</h3>
      <textarea
        dir="auto"
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        aria-label={t('context.noteAbout', { name })}
        placeholder={t('context.notePlaceholder')}
        className={styles['noteField']}
        value={text}
        onFocus={() => {
          former.current = profile.notes;
        }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void leave()}
      />
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t('message.couldNot', { reason: problem })}
        </p>
      )}
    </section>
  );
}
