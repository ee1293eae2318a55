import { t } from 'i18next';
import type { Message } from '#shared/models/message.ts';
import { announce } from './live-text.ts';

/** Says aloud which messages of the open thread have come to need a decision. */
export function announceHeld(before: readonly Message[], after: readonly Message[]): void {
  const known = new Map(before.map((message) => [message.id, message]));
  for (const { id, hold, text } of after) {
    const isAsked = hold === 'window_closed' || hold === 'missed_start';
    if (isAsked && known.get(id)?.hold !== hold) announce(t('hold.announced', { text }));
  }
}
