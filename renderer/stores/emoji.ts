import { create } from 'zustand';
import dataUrl from 'emojibase-data/en/data.json?url';
import messagesUrl from 'emojibase-data/en/messages.json?url';
import shortcodesUrl from 'emojibase-data/en/shortcodes/github.json?url';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { readEmojiBook } from '../emoji/emoji-book.ts';
import type { EmojiBook } from '../emoji/emoji-book.ts';
import { changePreferences, usePreferences } from './preferences.ts';

interface Emoji {
  /** Undefined until somebody wanted it for the first time. */
  readonly book: EmojiBook | undefined;
  readonly isLoading: boolean;
}

export const useEmoji = create<Emoji>()(() => ({ book: undefined, isLoading: false }));

/** Reads the names of all emoji, which lie beside the app's own files; once is enough. */
export async function loadEmoji(): Promise<EmojiBook> {
  const { book } = useEmoji.getState();
  if (book !== undefined) return book;
  useEmoji.setState({ isLoading: true });
  try {
    const [data, messages, shortcodes] = await Promise.all(
      [dataUrl, messagesUrl, shortcodesUrl].map(readFile),
    );
    const read = readEmojiBook(data ?? null, messages ?? null, shortcodes ?? null);
    useEmoji.setState({ book: read });
    return read;
  } finally {
    useEmoji.setState({ isLoading: false });
  }
}

async function readFile(url: string): Promise<Json> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The emoji’s names are missing: ${url}`);
  return parseJson(await response.text());
}

const MOST_RECENT = 24;

/** What was used last stands first. */
export function noteEmoji(emoji: string): void {
  const recent = usePreferences.getState().preferences?.recentEmoji ?? [];
  const recentEmoji = [emoji, ...recent.filter((each) => each !== emoji)].slice(0, MOST_RECENT);
  void changePreferences({ recentEmoji });
}
