import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UsersRound } from 'lucide-react';
import type { MergeSuggestions } from '#shared/models/merge.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './DuplicatesScreen.module.css';

export function Suggestions({ suggested }: { readonly suggested: MergeSuggestions }) {
  const { t } = useTranslation();
  const { suggestions, total } = suggested;
  const [open, setOpen] = useState<string>();
  if (suggestions.length === 0) {
    return (
      <EmptyState icon={UsersRound} title={t('merges.noneTitle')}>
        <p>{t('merges.none')}</p>
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="merge-suggestions" className={styles['section']}>
      <header>
        <h2 id="merge-suggestions" className={styles['title']}>
          {t('merges.found', { count: total })}
        </h2>
        <p className={styles['lead']}>{t('merges.lead')}</p>
      </header>
      <ul className={styles['cards']}>
        {suggestions.map((suggestion) => {
          const key = suggestion.contactIds.join(' ');
          return (
            <SuggestionCard
              key={key}
              suggestion={suggestion}
              isOpen={open === key}
              onToggle={() => setOpen(open === key ? undefined : key)}
            />
          );
        })}
      </ul>
      {total > suggestions.length && (
        <p className={styles['lead']}>{t('merges.more', { count: total - suggestions.length })}</p>
      )}
    </section>
  );
}
