import { useEffect, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EmojiEntry } from '../../../emoji/emoji-book.ts';
import { colonWordAt, findEmoji } from '../../../emoji/find-emoji.ts';
import { loadEmoji, noteEmoji, useEmoji } from '../../../stores/emoji.ts';
import { usePreferences } from '../../../stores/preferences.ts';

export interface EmojiNames {
  readonly isOpen: boolean;
  readonly options: readonly EmojiEntry[];
  /** Which option Enter takes. */
  readonly active: number;
  readonly choose: (entry: EmojiEntry) => void;
  /** Puts an emoji where the caret is. */
  readonly insert: (emoji: string) => void;
  /** The caret moved, by typing or otherwise. */
  readonly noteCaret: () => void;
  /** True when the key was meant for the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
}

const MOST = 7;

/** Emoji by name, offered while `:` and two letters stand before the caret. Escape leaves the text as it is. */
export function useEmojiNames(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
): EmojiNames {
  const book = useEmoji((state) => state.book);
  const tone = usePreferences((state) => state.preferences?.emojiSkinTone ?? 'none');
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const word = colonWordAt(text, caret);
  const isWanted = word !== undefined && text !== dismissed;
  const options = isWanted && book !== undefined ? findEmoji(book.entries, word.typed, MOST) : [];
  const isOpen = options.length > 0;
  const active = Math.min(chosen, Math.max(0, options.length - 1));

  useEffect(() => {
    if (isWanted) void loadEmoji();
  }, [isWanted]);

  function replace(start: number, end: number, emoji: string) {
    const at = start + emoji.length;
    noteEmoji(emoji);
    flushSync(() => {
      write(text.slice(0, start) + emoji + text.slice(end));
      setChosen(0);
      setCaret(at);
    });
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  }

  function choose(entry: EmojiEntry) {
    const emoji = tone === 'none' ? entry.emoji : (entry.skins.get(tone) ?? entry.emoji);
    if (word !== undefined) replace(word.start, caret, emoji);
  }

  function walk(by: number) {
    setChosen((active + options.length + by) % options.length);
  }

  function takesKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const option = options[active];
    switch (event.key) {
      case 'ArrowDown':
        walk(1);
        return true;
      case 'ArrowUp':
        walk(-1);
        return true;
      case 'Enter':
      case 'Tab':
        if (option !== undefined) choose(option);
        return true;
      case 'Escape':
        setDismissed(text);
        return true;
      default:
        return false;
    }
  }

  return {
    isOpen,
    options,
    active,
    choose,
    insert: (emoji) =>
      replace(
        field.current?.selectionStart ?? text.length,
        field.current?.selectionEnd ?? text.length,
        emoji,
      ),
    noteCaret: () => setCaret(field.current?.selectionStart ?? 0),
    takesKey,
  };
}
