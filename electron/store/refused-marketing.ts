import { ruleForError } from '#shared/graph-errors.ts';
import type { ChatId, ContactId } from '#shared/ids.ts';
import { recordConsent } from './consent.ts';
import type { WriteTx } from './store.ts';

/** WhatsApp's word that a message did not go because its recipient wants no marketing. */
export interface RefusedMarketing {
  readonly chatId: ChatId;
  /** What Meta said and about which message, for whoever asks one day why. */
  readonly evidence: {
    readonly message_id: number;
    readonly code: number | null;
    readonly title: string | null;
  };
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** WhatsApp told nobody but the sender, so the refusal itself is the evidence. Source: meta-platform §4.4. */
export function recordRefusedMarketing(tx: WriteTx, refused: RefusedMarketing): void {
  const { chatId, evidence, at } = refused;
  const person = tx
    .prepare<{ contact_id: ContactId }>('SELECT contact_id FROM conversation WHERE id = ?')
    .get(chatId);
  if (person === undefined) return;
  const event = { kind: 'opt_out', source: 'refused_by_whatsapp', at } as const;
  recordConsent(tx, { ...person, ...event, evidence: JSON.stringify(evidence) }, at);
}

/** Whether a code says that its recipient wants no marketing from this business. */
export function tellsOptOut(code: number | null): boolean {
  return code !== null && ruleForError(code)?.action.kind === 'opt_out';
}
