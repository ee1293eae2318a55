export const EMOJI_SKIN_TONES = [
  'none',
  'light',
  'medium-light',
  'medium',
  'medium-dark',
  'dark',
] as const;

export type EmojiSkinTone = (typeof EMOJI_SKIN_TONES)[number];
