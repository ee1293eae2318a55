import type { MouseEvent } from 'react';
import { askToOpen } from '../../stores/outside-link.ts';
import styles from './OutsideLink.module.css';

/** Any other address, as of a script, is only words. */
const LEADS_OUT = /^(https?|mailto|tel):/iu;

/** A link in a message. It never leads anywhere by itself: first the reader sees its true target. */
export function OutsideLink({ text, url }: { readonly text: string; readonly url: string }) {
  if (!LEADS_OUT.test(url)) return <bdi>{text}</bdi>;

  function ask(event: MouseEvent) {
    event.preventDefault();
    askToOpen(url);
  }
  return (
    <a
      href={url}
      title={url}
      rel="noreferrer noopener"
      className={styles['link']}
      onClick={ask}
      onAuxClick={ask}
    >
      {text}
    </a>
  );
}
