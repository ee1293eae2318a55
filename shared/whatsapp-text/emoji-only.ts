/** More than this many are a text like any other. */
const MOST = 3;
/** An emoji of a family with skin tones takes some thirty code units. */
const LONGEST = MOST * 32;
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)$/v;

/** How many emoji a message is made of when it is nothing else: 1 to 3, else undefined. */
export function emojiOnly(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const signs = [...new Intl.Segmenter().segment(trimmed)].map(({ segment }) => segment);
  const visible = signs.filter((sign) => sign.trim() !== '');
  return visible.length <= MOST && visible.every((sign) => EMOJI.test(sign))
    ? visible.length
    : undefined;
}
