import type { ReactNode } from 'react';
import type { Snippet } from '#shared/models/search.ts';
import styles from './Highlighted.module.css';

/** The text is data: the places to mark come as offsets, so nothing is ever read as markup. */
export function Highlighted({ snippet }: { readonly snippet: Snippet }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of snippet.highlights) {
    parts.push(snippet.text.slice(at, start));
    parts.push(
      <mark key={start} className={styles['mark']}>
        {snippet.text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {snippet.text.slice(at)}
    </>
  );
}
