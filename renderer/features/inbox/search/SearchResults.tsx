import { Fragment } from 'react';
import type { UIEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchX } from 'lucide-react';
import type { SearchHit } from '#shared/models/search.ts';
import { goToChat, useRoute } from '../../../stores/route.ts';
import { loadMoreHits, useSearch } from '../../../stores/search.ts';
import { useStatus } from '../../../stores/status.ts';
import { ChatResult } from './ChatResult.tsx';
import { HitRow } from './HitRow.tsx';
import { NoteHitRow } from './NoteHitRow.tsx';
import styles from './SearchResults.module.css';

const NEAR_THE_END_PX = 400;

export function SearchResults() {
  const { t, i18n } = useTranslation();
  const { chats, notes, hits, hints, answered, hasFailed, stillIndexing } = useSearch();
  const selected = useRoute((state) => state.chatId);
  const hasManyAccounts = useStatus((state) => (state.status?.accounts.length ?? 0) > 1);

  if (hasFailed) return <p className={styles['note']}>{t('search.failed')}</p>;
  if (answered === '') return null;
  return (
    <section
      aria-label={t('search.results')}
      className={styles['results']}
      onScroll={loadNearTheEnd}
    >
      {hints.map(({ kind, part }) => (
        <p key={`${kind} ${part}`} className={styles['hint']}>
          {t(`search.hints.${kind}`, { part })}
        </p>
      ))}
      {stillIndexing > 0 && (
        <p className={styles['hint']}>{t('search.indexing', { count: stillIndexing })}</p>
      )}
      {chats.length + notes.length + hits.length === 0 && (
        <div className={styles['note']}>
          <SearchX aria-hidden="true" size={32} strokeWidth={1.4} />
          <h3 className={styles['noteTitle']}>{t('search.nothing')}</h3>
          <p>{t('search.nothingHint')}</p>
        </div>
      )}
      {chats.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('search.chats')}</h3>
          <ul className={styles['list']}>
            {chats.map((chat) => (
              <li key={chat.id}>
                <ChatResult
                  chat={chat}
                  isSelected={chat.id === selected}
                  showsAccount={hasManyAccounts}
                  onOpen={goToChat}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('search.notes')}</h3>
          <ul className={styles['list']}>
            {notes.map((hit) => (
              <li key={hit.note.id}>
                <NoteHitRow hit={hit} />
              </li>
            ))}
          </ul>
        </>
      )}
      {hits.length > 0 && <h3 className={styles['heading']}>{t('search.messages')}</h3>}
      {byMonth(hits, i18n.language).map(({ month, rows }) => (
        <Fragment key={month}>
          <h4 className={styles['month']}>{month}</h4>
          <ul className={styles['list']}>
            {rows.map((hit) => (
              <li key={hit.messageId}>
                <HitRow hit={hit} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

function loadNearTheEnd({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) {
  if (scrollHeight - clientHeight - scrollTop < NEAR_THE_END_PX) void loadMoreHits();
}

interface Month {
  readonly month: string;
  readonly rows: SearchHit[];
}

function byMonth(hits: readonly SearchHit[], locale: string): readonly Month[] {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  const months: Month[] = [];
  for (const hit of hits) {
    const month = name.format(hit.timestamp);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(hit);
    else months.push({ month, rows: [hit] });
  }
  return months;
}
