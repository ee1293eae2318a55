import type { Json } from '#shared/json.ts';
import { fieldAt, isJsonList, listAt, numberAt, textAt } from '#shared/json-fields.ts';
import { EMOJI_SKIN_TONES } from '#shared/emoji-skin-tones.ts';
import type { EmojiSkinTone } from '#shared/emoji-skin-tones.ts';

export type SkinTone = Exclude<EmojiSkinTone, 'none'>;

/** In the order in which the Unicode standard numbers them. */
export const SKIN_TONES: readonly SkinTone[] = EMOJI_SKIN_TONES.filter((tone) => tone !== 'none');

export interface EmojiEntry {
  readonly emoji: string;
  readonly label: string;
  readonly tags: readonly string[];
  /** As they are typed between colons: `+1`, `thumbsup`. */
  readonly names: readonly string[];
  readonly group: number;
  /** Of the Unicode emoji standard in which it appeared. */
  readonly version: number;
  readonly skins: ReadonlyMap<SkinTone, string>;
}

export interface EmojiBook {
  readonly entries: readonly EmojiEntry[];
  readonly groups: readonly { readonly index: number; readonly label: string }[];
}

/** Skin tones and hair styles by themselves: parts of emoji, which nobody sends. */
const PARTS = 'component';

/** Puts emojibase's three files together: the emoji, the names of groups, the names between colons. */
export function readEmojiBook(data: Json, messages: Json, shortcodes: Json): EmojiBook {
  const groups = listAt(messages, 'groups').flatMap((group) => {
    const [index, label] = [numberAt(group, 'order'), textAt(group, 'message')];
    const isShown = index !== undefined && label !== undefined && textAt(group, 'key') !== PARTS;
    return isShown ? [{ index, label }] : [];
  });
  const known = new Set(groups.map(({ index }) => index));
  const entries = listAt({ data }, 'data').flatMap((item): EmojiEntry[] => {
    const [emoji, label, group] = [
      textAt(item, 'emoji'),
      textAt(item, 'label'),
      numberAt(item, 'group'),
    ];
    if (emoji === undefined || label === undefined || group === undefined) return [];
    if (!known.has(group)) return [];
    return [
      {
        emoji: plain(emoji),
        label,
        tags: textsOf(fieldAt(item, 'tags')),
        names: textsOf(fieldAt(shortcodes, textAt(item, 'hexcode') ?? '')),
        group,
        version: numberAt(item, 'version') ?? 0,
        skins: skinsOf(item),
      },
    ];
  });
  return { entries, groups };
}

/** Variants with two different tones, of people holding hands, are left to phones. */
function skinsOf(item: Json): ReadonlyMap<SkinTone, string> {
  return new Map(
    listAt(item, 'skins').flatMap((skin) => {
      const [emoji, number] = [textAt(skin, 'emoji'), numberAt(skin, 'tone')];
      const tone = number === undefined ? undefined : SKIN_TONES[number - 1];
      return emoji === undefined || tone === undefined ? [] : [[tone, emoji] as const];
    }),
  );
}

function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return isJsonList(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** Without the sign that asks for colour where it comes by itself, as phones send it. */
function plain(emoji: string): string {
  return emoji.replace(/^(\p{Emoji_Presentation})\ufe0f$/u, '$1');
}
