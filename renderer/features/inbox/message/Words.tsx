import type { MouseEvent, ReactNode } from 'react';
import { splitLinks } from './links.ts';
import styles from './Words.module.css';

interface WordsProps {
  readonly text: string;
  /** Time and ticks; they stand in the last line when it has room. */
  readonly meta?: ReactNode;
}

/** The words of a message. Links open outside, and show where they really go. */
export function Words({ text, meta }: WordsProps) {
  return (
    <p dir="auto" className={styles['words']}>
      {splitLinks(text).map((part, index) =>
        part.kind === 'text' ? part.text : <OutsideLink key={index} {...part} />,
      )}
      {meta}
    </p>
  );
}

export function OutsideLink({ text, url }: { readonly text: string; readonly url: string }) {
  function open(event: MouseEvent) {
    event.preventDefault();
    window.frontdesk.shell.openExternal(url);
  }
  return (
    <a
      href={url}
      title={url}
      rel="noreferrer noopener"
      className={styles['link']}
      onClick={open}
      onAuxClick={open}
    >
      {text}
    </a>
  );
}
