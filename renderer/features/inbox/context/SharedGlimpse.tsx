import { useTranslation } from 'react-i18next';
import { ChevronRight } from 'lucide-react';
import { SHARED_KINDS } from '#shared/models/shared-files.ts';
import { showShared, useContext } from '../../../stores/context.ts';
import { SharedTile } from './SharedTile.tsx';
import styles from './ContextPanel.module.css';

/** The latest pictures, and the way to everything that the chat holds. */
export function SharedGlimpse() {
  const { t, i18n } = useTranslation();
  const counts = useContext((state) => state.counts);
  const pictures = useContext((state) => state.pictures);
  if (counts === undefined) return null;
  const total = counts.media + counts.links + counts.documents;
  const first = SHARED_KINDS.find((kind) => counts[kind] > 0) ?? 'media';
  return (
    <section className={styles['section']}>
      <header className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>{t('shared.title')}</h3>
        {total > 0 && (
          <button
            type="button"
            aria-label={t('shared.all', { count: total })}
            className={styles['count']}
            onClick={() => showShared(first)}
          >
            {new Intl.NumberFormat(i18n.language).format(total)}
            <ChevronRight aria-hidden="true" size={15} strokeWidth={2} className={styles['turn']} />
          </button>
        )}
      </header>
      {total === 0 && <p className={styles['nothing']}>{t('shared.nothing')}</p>}
      {pictures.length > 0 && (
        <ul className={styles['glimpse']}>
          {pictures.map((message) => (
            <li key={message.id}>
              <SharedTile message={message} hasJump={false} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
