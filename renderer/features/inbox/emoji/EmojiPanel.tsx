import { useTranslation } from 'react-i18next';
import { EmojiPicker } from 'frimousse';
import type { EmojiData } from 'frimousse';
import { SKIN_TONES } from '../../../emoji/emoji-book.ts';
import type { EmojiBook } from '../../../emoji/emoji-book.ts';
import { loadEmoji, noteEmoji } from '../../../stores/emoji.ts';
import { changePreferences, usePreferences } from '../../../stores/preferences.ts';
import styles from './EmojiPanel.module.css';

interface EmojiPanelProps {
  readonly onChoose: (emoji: string) => void;
}

const COLUMNS = 9;
const NONE: readonly string[] = [];

/** All emoji: search, what was used lately, skin tone. Arrow keys walk through them. */
export function EmojiPanel({ onChoose }: EmojiPanelProps) {
  const { t, i18n } = useTranslation();
  const recent = usePreferences((state) => state.preferences?.recentEmoji ?? NONE);
  const tone = usePreferences((state) => state.preferences?.emojiSkinTone ?? 'none');

  function choose(emoji: string) {
    noteEmoji(emoji);
    onChoose(emoji);
  }

  return (
    <EmojiPicker.Root
      className={styles['panel']}
      columns={COLUMNS}
      locale={i18n.language}
      skinTone={tone}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => choose(emoji)}
    >
      <EmojiPicker.Search
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to find one
        autoFocus
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        className={styles['search']}
      />
      {recent.length > 0 && (
        <fieldset aria-label={t('emoji.recent')} className={styles['recent']}>
          {recent.slice(0, COLUMNS).map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={t('emoji.again', { emoji })}
              className={styles['emoji']}
              onClick={() => choose(emoji)}
            >
              {emoji}
            </button>
          ))}
        </fieldset>
      )}
      <EmojiPicker.Viewport className={styles['viewport']}>
        <EmojiPicker.Loading className={styles['note']}>{t('emoji.loading')}</EmojiPicker.Loading>
        <EmojiPicker.Empty className={styles['note']}>{t('emoji.nothing')}</EmojiPicker.Empty>
        <EmojiPicker.List className={styles['list']} components={PARTS} />
      </EmojiPicker.Viewport>
      <footer className={styles['foot']}>
        <EmojiPicker.ActiveEmoji>
          {({ emoji }) => (
            <span className={styles['active']}>{emoji?.label ?? t('emoji.choose')}</span>
          )}
        </EmojiPicker.ActiveEmoji>
        <SkinTones />
      </footer>
    </EmojiPicker.Root>
  );
}

const PARTS: NonNullable<Parameters<typeof EmojiPicker.List>[0]['components']> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div className={styles['group']} {...rest}>
      {category.label}
    </div>
  ),
  // The picker counts rows and columns from 0, ARIA from 1.
  Row: ({ children, 'aria-rowindex': index = 0, ...rest }) => (
    <div className={styles['row']} {...rest} aria-rowindex={index + 1}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, 'aria-colindex': index = 0, ...rest }) => {
    // A grid's cell, by the role that is among the rest.
    const cell = { ...rest, 'aria-colindex': index + 1 };
    return (
      <button type="button" className={styles['emoji']} aria-label={emoji.label} {...cell}>
        {emoji.emoji}
      </button>
    );
  },
};

function SkinTones() {
  const { t } = useTranslation();
  return (
    <EmojiPicker.SkinTone emoji="✋">
      {({ skinTone, setSkinTone, skinToneVariations }) => (
        <fieldset className={styles['tones']} aria-label={t('emoji.skinTone')}>
          {skinToneVariations.map(({ skinTone: each, emoji }) => (
            <button
              key={each}
              type="button"
              aria-label={t(`emoji.tones.${each}`)}
              aria-pressed={each === skinTone}
              className={styles['tone']}
              onClick={() => {
                setSkinTone(each);
                void changePreferences({ emojiSkinTone: each });
              }}
            >
              {emoji}
            </button>
          ))}
        </fieldset>
      )}
    </EmojiPicker.SkinTone>
  );
}

/** The picker's own way would ask the network. */
async function resolve(locale: string, options: { emojiVersion?: number }): Promise<EmojiData> {
  return asPickerData(await loadEmoji(), locale, options.emojiVersion ?? Infinity);
}

function asPickerData(book: EmojiBook, locale: string, newest: number): EmojiData {
  return {
    locale,
    categories: [...book.groups],
    emojis: book.entries
      .filter(({ version }) => version <= newest)
      .map(({ emoji, label, tags, names, group, version, skins }) => ({
        emoji,
        label,
        category: group,
        version,
        tags: [...tags, ...names],
        ...(skins.size === SKIN_TONES.length && {
          skins: {
            light: skins.get('light') ?? emoji,
            'medium-light': skins.get('medium-light') ?? emoji,
            medium: skins.get('medium') ?? emoji,
            'medium-dark': skins.get('medium-dark') ?? emoji,
            dark: skins.get('dark') ?? emoji,
          },
        }),
      })),
    skinTones: {
      light: 'light',
      'medium-light': 'medium-light',
      medium: 'medium',
      'medium-dark': 'medium-dark',
      dark: 'dark',
    },
  };
}
