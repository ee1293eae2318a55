import type { ChatId, ContactId } from '#shared/ids.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { objectAt, textAt } from '#shared/json-fields.ts';
import { confirmationFor } from '#shared/spoken-consent.ts';
import { spokenConsent } from '../people/stop-words.ts';
import { queueMessage } from '../sending/compose.ts';
import { isOptedOut, recordConsent } from '../store/consent.ts';
import { findProfile } from '../store/contact-profile.ts';
import { noteChats } from '../store/contacts.ts';
import type { WriteTx } from '../store/store.ts';
import type { MessageUpdate } from './update.ts';

interface Speaker {
  readonly contactId: ContactId;
  readonly chatId: ChatId;
}

/**
 * Heeds a message that says nothing but “stop” (or “start”, where the owner allows it), typed or as
 * the button of a template. Whoever opts out by that is told once, if the message can still leave.
 */
export function ingestConsent(
  tx: WriteTx,
  update: MessageUpdate,
  { contactId, chatId }: Speaker,
  now: number,
): void {
  const text = saidText(update);
  if (text === undefined) return;
  const said = spokenConsent(tx, text);
  if (said === undefined) return;
  const wasOptedOut = isOptedOut(tx, contactId);
  const { kind, settings } = said;
  const source = sourceOf(update, kind);
  const evidence = JSON.stringify({ wamid: update.wamid, text });
  recordConsent(tx, { contact_id: contactId, kind, source, evidence, at: update.at }, now);
  noteChats(tx, contactId);
  const isNews = kind === 'opt_out' && !wasOptedOut && isOptedOut(tx, contactId);
  if (isNews && update.via === 'live' && settings.confirms) {
    const language = findProfile(tx, contactId)?.language ?? null;
    confirm(tx, chatId, confirmationFor(settings, { language, said: text }), now);
  }
}

function sourceOf({ type }: MessageUpdate, kind: 'opt_out' | 'opt_in'): string {
  if (type !== 'text') return 'template_button';
  return kind === 'opt_out' ? 'stop_word' : 'start_word';
}

function saidText({ type, payload }: MessageUpdate): string | undefined {
  if (type === 'text') return textAt(objectAt(payload, 'text'), 'body');
  return type === 'button' ? textAt(objectAt(payload, 'button'), 'text') : undefined;
}

/** A closed window, a block or a number that is switched off: then nobody is told, and that is right. */
function confirm(tx: WriteTx, chatId: ChatId, body: string, now: number): void {
  try {
    queueMessage(tx, { chatId, type: 'text', content: { body }, replyToWamid: null }, now);
  } catch (error) {
    if (!(error instanceof FrontdeskError)) throw error;
  }
}
