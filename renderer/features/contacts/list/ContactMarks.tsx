import { useTranslation } from 'react-i18next';
import { Ban, BellOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Contact } from '#shared/models/contact.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './ContactMarks.module.css';

/** What keeps one from writing to a person, beside their name. */
export function ContactMarks({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  return (
    <>
      {contact.isBlocked && <Mark icon={Ban} tone="red" words={t('contacts.blocked')} />}
      {contact.optedOut && <Mark icon={BellOff} tone="amber" words={t('contacts.optedOut')} />}
    </>
  );
}

interface MarkProps {
  readonly icon: LucideIcon;
  readonly tone: 'red' | 'amber';
  readonly words: string;
}

function Mark({ icon: Icon, tone, words }: MarkProps) {
  return (
    <span title={words} className={classes(styles['mark'], styles[tone])}>
      <Icon aria-hidden="true" size={13} strokeWidth={2} className={styles['icon']} />
      <span className={styles['words']}>{words}</span>
    </span>
  );
}
