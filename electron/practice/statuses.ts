import type { JsonObject } from '#shared/json.ts';
import type { Random } from '#shared/random.ts';
import type { CustomerBehaviour, PracticeNumber } from './model.ts';
import { contactOf, unixSeconds } from './inbound.ts';
import type { Person } from './people.ts';
import { metadata } from './webhook-body.ts';
import { statusError } from './graph-errors.ts';
import type { Charge } from './prices.ts';
import type { TemplateCategory } from './template-facts.ts';
import { unreachable } from '#shared/unreachable.ts';

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface SentMessage {
  readonly number: PracticeNumber;
  readonly person: Person;
  readonly wamid: string;
  readonly type: string;
  readonly isVoice: boolean;
  readonly addressedBy: 'phone' | 'bsuid';
  readonly callbackData: string | null;
  /** What it is charged as. */
  readonly category: TemplateCategory | 'SERVICE';
  /** Milliseconds since 1970. */
  readonly acceptedAt: number;
  /** End of the free entry point in which it was sent; null outside of one. */
  readonly freeEntryUntil: number | null;
  readonly statuses: { readonly status: DeliveryStatus; readonly at: number }[];
}

export interface StatusStep {
  readonly status: Exclude<DeliveryStatus, 'failed'>;
  /** Simulated milliseconds after the step before. */
  readonly afterMs: number;
}

/** What will be reported of a message on the way to this phone, if nothing fails. */
export function statusPlan(
  { type, isVoice }: { type: string; isVoice: boolean },
  behaviour: CustomerBehaviour,
  random: Random,
): readonly StatusStep[] {
  const sent: StatusStep = { status: 'sent', afterMs: random.between(150, 600) };
  // A reaction only ever reports `sent`. Source: meta-platform §2.5.
  if (type === 'reaction') return [sent];
  const delivered: StatusStep = { status: 'delivered', afterMs: random.between(300, 1_800) };
  const read: StatusStep = { status: 'read', afterMs: random.between(2_000, 20_000) };
  const played: StatusStep = { status: 'played', afterMs: random.between(1_000, 6_000) };
  switch (behaviour) {
    case 'attentive':
      return isVoice ? [sent, delivered, read, played] : [sent, delivered, read];
    case 'never_reads':
      return [sent, delivered];
    case 'reads_at_once':
      return [sent, { status: 'read', afterMs: random.between(200, 900) }];
    case 'switched_off':
    case 'blocked_the_business':
      return [sent];
    case 'not_on_whatsapp':
      return [];
    default:
      return unreachable(behaviour);
  }
}

/** Source: meta-platform §2.5 and §3.2 for which identifier stands where. */
export function statusValue(
  sent: SentMessage,
  status: Exclude<DeliveryStatus, 'failed'>,
  atMs: number,
  charge: Charge | undefined,
): JsonObject {
  const { person } = sent;
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(sent.number),
    contacts: [contactOf(person, { showsUsername: status !== 'sent' })],
    statuses: [
      {
        id: sent.wamid,
        status,
        timestamp: unixSeconds(atMs),
        ...(showsPhone(sent) && { recipient_id: person.waId }),
        recipient_user_id: person.bsuid,
        ...echo(sent),
        ...(charge !== undefined && { pricing: charge.pricing }),
        ...(charge?.conversation && { conversation: charge.conversation }),
      },
    ],
  };
}

export function failedValue(
  sent: SentMessage,
  error: { readonly code: number; readonly details: string },
  atMs: number,
): JsonObject {
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(sent.number),
    statuses: [
      {
        id: sent.wamid,
        status: 'failed',
        timestamp: unixSeconds(atMs),
        ...(showsPhone(sent) && { recipient_id: sent.person.waId }),
        ...(sent.addressedBy === 'bsuid' && { recipient_user_id: sent.person.bsuid }),
        ...echo(sent),
        errors: [statusError(error.code, error.details)],
      },
    ],
  };
}

function showsPhone(sent: SentMessage): boolean {
  return sent.addressedBy === 'phone' || sent.person.sharesPhone;
}

function echo(sent: SentMessage): JsonObject {
  return sent.callbackData === null ? {} : { biz_opaque_callback_data: sent.callbackData };
}
