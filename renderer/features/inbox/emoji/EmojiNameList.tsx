import { useTranslation } from 'react-i18next';
import type { EmojiNames } from './use-emoji-names.ts';
import styles from './EmojiNameList.module.css';

export const EMOJI_LIST_ID = 'emoji-name-list';

export function emojiOptionId(index: number): string {
  return `emoji-name-${index}`;
}

/** What `:` offers. The focus stays in the field; its keys move through the list. */
export function EmojiNameList({ names }: { readonly names: EmojiNames }) {
  const { t } = useTranslation();
  return (
    <div
      id={EMOJI_LIST_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the focus stays in the field, which no select allows
      role="listbox"
      aria-label={t('emoji.byName')}
      className={styles['list']}
    >
      {names.options.map((entry, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- as above; the keys are the field's
        <div
          key={entry.emoji}
          id={emojiOptionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
          role="option"
          aria-selected={index === names.active}
          className={styles['option']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => names.choose(entry)}
        >
          <span aria-hidden="true" className={styles['emoji']}>
            {entry.emoji}
          </span>
          <span className={styles['label']}>{entry.label}</span>
          {entry.names[0] !== undefined && (
            <span className={styles['name']}>:{entry.names[0]}</span>
          )}
        </div>
      ))}
    </div>
  );
}
