import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useChats } from '../../../stores/chats.ts';
import { useLabels } from '../../../stores/labels.ts';
import { useSearch } from '../../../stores/search.ts';
import { suggestionsFor } from './suggestions.ts';
import styles from './OperatorChips.module.css';

interface OperatorChipsProps {
  readonly onTake: (text: string) => void;
}

/** What else the search can narrow by; a click writes it into the field. */
export function OperatorChips({ onTake }: OperatorChipsProps) {
  const { t } = useTranslation();
  const text = useSearch((state) => state.text);
  const names = useChats(useShallow((state) => state.rows.map(({ contact }) => contact.name)));
  const labels = useLabels(useShallow((state) => state.all.map(({ name }) => name)));
  const suggestions = suggestionsFor(text, names, labels);
  if (suggestions.length === 0) return null;
  return (
    <fieldset aria-label={t('search.narrow')} className={styles['chips']}>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion.text}
          type="button"
          title={t(`search.operators.${suggestion.operator}`)}
          className={styles['chip']}
          onClick={() => onTake(suggestion.text)}
        >
          <bdi>{suggestion.label}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
