import { z } from 'zod';

/** How the owner likes the screen. Rows of the `setting` table, so they move with a backup. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  listWidth: z.int().min(280).max(440),
  contextPanel: z.boolean(),
  notifications: z.boolean(),
  /** How long a message waits, so that it can be taken back. */
  sendDelaySeconds: z.union([z.literal(0), z.literal(5)]),
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  density: 'comfortable',
  listWidth: 336,
  contextPanel: true,
  notifications: true,
  sendDelaySeconds: 0,
};
