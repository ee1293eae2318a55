import { z } from 'zod';
import { chatFilterSchema } from './chat-filter.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';
import { EMOJI_SKIN_TONES } from './emoji-skin-tones.ts';
import { CONTACT_ORDERS } from './models/contact.ts';

/** How the owner likes the screen. Rows of the `setting` table, so they move with a backup. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  listWidth: z.int().min(280).max(440),
  contextPanel: z.boolean(),
  notifications: z.boolean(),
  chatFilter: chatFilterSchema,
  /** The one account whose chats are shown; null: all of them. */
  chatAccount: z.int().positive().nullable(),
  /** The label whose chats are shown; null: those of `chatFilter`. */
  chatLabel: z.int().positive().nullable(),
  contextWidth: z.int().min(260).max(420),
  /** The latest first. */
  recentEmoji: z.array(z.string().min(1).max(32)).max(24),
  emojiSkinTone: z.enum(EMOJI_SKIN_TONES),
  /** How long a message waits, so that it can be taken back. */
  sendDelaySeconds: z.union([z.literal(0), z.literal(5)]),
  /** How fast voice messages are played. */
  playbackSpeed: z.union([z.literal(1), z.literal(1.5), z.literal(2)]),
  contactOrder: z.enum(CONTACT_ORDERS),
  contactColumns: z.array(z.enum(CONTACT_COLUMNS)).max(CONTACT_COLUMNS.length),
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  density: 'comfortable',
  listWidth: 336,
  contextPanel: true,
  notifications: true,
  chatFilter: 'all',
  chatAccount: null,
  chatLabel: null,
  contextWidth: 296,
  recentEmoji: [],
  emojiSkinTone: 'none',
  sendDelaySeconds: 0,
  playbackSpeed: 1,
  contactOrder: 'name',
  contactColumns: ['phone', 'labels', 'latest_message', 'created'],
};
