import type { ChatContact } from '#shared/models/chat.ts';
import { initials } from './initials.ts';
import { classes } from './classes.ts';
import styles from './Avatar.module.css';

/** Twelve muted tones, each at least 4.5:1 under white letters. */
const TONES = [
  '#86579a',
  '#38749f',
  '#a45c33',
  '#417a5c',
  '#7561a6',
  '#9c445b',
  '#507280',
  '#7e6e33',
  '#5a792b',
  '#616b75',
  '#955776',
  '#42757a',
] as const;

interface AvatarProps {
  readonly contact: ChatContact;
  readonly size: 'small' | 'row' | 'header' | 'large';
}

export function Avatar({ contact, size }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      dir="auto"
      className={classes(styles['avatar'], styles[size])}
      style={{ background: TONES[contact.id % TONES.length] }}
    >
      {initials(contact.name)}
    </span>
  );
}
