import { z } from 'zod';

/**
 * The views of the chat list. `all` is what is open: neither resolved nor snoozed; so are `unread`,
 * `waiting` (the customer spoke last) and `closing` (the free reply ends within hours).
 */
export const CHAT_FILTERS = [
  'all',
  'unread',
  'waiting',
  'closing',
  'failed',
  'snoozed',
  'resolved',
] as const;
export const chatFilterSchema = z.enum(CHAT_FILTERS);
export type ChatFilter = (typeof CHAT_FILTERS)[number];
