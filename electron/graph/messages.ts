import { readHeldAs } from '#shared/held-message.ts';
import type { HeldAs } from '#shared/held-message.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { listAt, textAt } from '#shared/json-fields.ts';
import { unreachable } from '#shared/unreachable.ts';
import { GraphError } from './failure.ts';
import type { Graph, GraphTarget } from './client.ts';

/**
 * Whom a message is for. A number goes out with `+` and country code, or Meta may read it as a
 * number of the sender's own country. Source: meta-platform §1.2, §3.3.
 */
export type Address =
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'group'; readonly groupId: string };

export interface OutgoingMessage {
  readonly address: Address;
  /** Named as in the Cloud API; the content stands under the same name. */
  readonly type: string;
  readonly content: Json;
  /** The wamid of the message that this one quotes. */
  readonly quotes: string | null;
  /** Our own id of this attempt; every status of the message carries it back. */
  readonly callbackId: string;
}

export interface Accepted {
  readonly wamid: string;
  /** Digits; differs from the number written to in Brazil, Mexico and Argentina. */
  readonly waId: string | null;
  /** Null for what is on its way. */
  readonly heldAs: HeldAs | null;
}

/** Throws GraphError. Source: meta-platform §1.2. */
export async function sendMessage(
  graph: Graph,
  target: GraphTarget,
  message: OutgoingMessage,
  signal?: AbortSignal,
): Promise<Accepted> {
  const path = `${target.phoneNumberId}/messages`;
  const answer = await graph.post(target, path, messageBody(message), signal);
  const [accepted] = listAt(answer, 'messages');
  const wamid = textAt(accepted, 'id');
  if (wamid === undefined) {
    throw new GraphError({ kind: 'ambiguous', reason: 'Meta’s answer names no message.' });
  }
  const heldAs = readHeldAs(textAt(accepted, 'message_status'));
  return { wamid, waId: textAt(listAt(answer, 'contacts')[0], 'wa_id') ?? null, heldAs };
}

export function messageBody(message: OutgoingMessage): JsonObject {
  return {
    messaging_product: 'whatsapp',
    ...addressing(message.address),
    type: message.type,
    [message.type]: message.content,
    ...(message.quotes !== null && { context: { message_id: message.quotes } }),
    biz_opaque_callback_data: message.callbackId,
  };
}

function addressing(address: Address): JsonObject {
  switch (address.kind) {
    case 'phone':
      return { recipient_type: 'individual', to: address.phone };
    case 'user':
      return { recipient_type: 'individual', recipient: address.userId };
    case 'group':
      return { recipient_type: 'group', to: address.groupId };
    default:
      return unreachable(address);
  }
}

/** Marks this message and all before it in its chat. Harmless to repeat. Source: meta-platform §1.6. */
export async function markRead(
  graph: Graph,
  target: GraphTarget,
  wamid: string,
  signal?: AbortSignal,
): Promise<void> {
  await graph.post(target, `${target.phoneNumberId}/messages`, readBody(wamid), signal);
}

/** Shows for 25 s that somebody writes, and marks as read too. Source: meta-platform §1.6. */
export async function showTyping(graph: Graph, target: GraphTarget, wamid: string): Promise<void> {
  await graph.post(target, `${target.phoneNumberId}/messages`, {
    ...readBody(wamid),
    typing_indicator: { type: 'text' },
  });
}

function readBody(wamid: string): JsonObject {
  return { messaging_product: 'whatsapp', status: 'read', message_id: wamid };
}
