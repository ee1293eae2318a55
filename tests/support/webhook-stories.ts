import * as fc from 'fast-check';
import type { Json, JsonObject } from '#shared/json.ts';
import { MONDAY, SHOP, contact, delivery, message, numberChange } from './webhooks.ts';
import type { Person, Shop } from './webhooks.ts';

/** A second number of the same business. */
export const SECOND_SHOP: Shop = {
  phoneNumberId: '106540352242923',
  wabaId: SHOP.wabaId,
  displayPhoneNumber: '15550783882',
};

const SHOPS: readonly [Shop, Shop] = [SHOP, SECOND_SHOP];

/** When the first customer moves to a new number, in seconds after MONDAY. */
const MOVE_AT = 500;

const BEFORE_MOVE: Person = { waId: '5511955550101', bsuid: 'BR.100' };
const AFTER_MOVE: Person = { waId: '351910000102', bsuid: 'PT.200' };
const STAYERS: readonly Person[] = [
  { waId: '16505550103', bsuid: 'US.300' },
  { waId: '447700900104', bsuid: 'GB.400', username: 'shy.rose' },
];

/** One update of a story: what it is, who, when and about which other update of the story. */
interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly who: number;
  readonly shop: 0 | 1;
  /** Seconds after MONDAY. */
  readonly t: number;
  /** Which of the person's ids Meta shows. */
  readonly shown: 'both' | 'phone' | 'bsuid';
  readonly target: number;
  readonly variant: number;
}

const KINDS = [
  'text',
  'text',
  'image',
  'order',
  'echo',
  'echo',
  'reaction',
  'echo_reaction',
  'edit',
  'revoke',

  'status',
  'status',
  'status',
  'failed',
  'move',
  'move',
  'stop',
  'resume',
  'signup',
  'phone_book',

  'history',
  'historic_copy',
  'standby',
  'call',
  'handover',
  'group',
  'group_reaction',
  'unsupported',
  'account',
  'contact_request',
  'referral',
] as const;

/** Meta tells what happens to a message to the number that it went through. */
const ABOUT_ANOTHER: ReadonlySet<string> = new Set([
  'status',
  'failed',
  'reaction',
  'echo_reaction',
  'group_reaction',
  'edit',
  'revoke',
]);

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat({ max: 2 }),
  shop: fc.constantFrom<0 | 1>(0, 0, 0, 1),
  t: fc.integer({ min: 1, max: 1000 }),
  shown: fc.constantFrom('both', 'phone', 'bsuid'),
  target: fc.nat({ max: 30 }),
  variant: fc.nat({ max: 3 }),
});

/** One update, as the one change of a delivery. */
export type Told = JsonObject;

/** What may happen to a shop: up to 30 updates about three customers and a group, oldest first. */
export const story: fc.Arbitrary<readonly Told[]> = fc
  .array(step, { minLength: 1, maxLength: 30 })
  .map((steps) => {
    const ordered = steps.toSorted((a, b) => a.t - b.t);
    return ordered.map((one, index) => tell(one, index, ordered));
  });

/** The same updates in another order, some of them repeated, in deliveries of any size. */
export function retold(told: readonly Told[]): fc.Arbitrary<readonly Json[]> {
  return fc
    .record({
      order: fc.shuffledSubarray([...told], { minLength: told.length }),
      repeats: fc.shuffledSubarray([...told]),
      sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 }),
    })
    .map(({ order, repeats, sizes }) => inDeliveries([...order, ...repeats], sizes));
}

function inDeliveries(told: readonly Told[], sizes: readonly number[]): readonly Json[] {
  const deliveries: Json[] = [];
  let start = 0;
  for (let turn = 0; start < told.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    deliveries.push(delivery(...told.slice(start, start + size)));
    start += size;
  }
  return deliveries;
}

function personAt({ who, t }: Step): Person {
  if (who === 0) return t < MOVE_AT ? BEFORE_MOVE : AFTER_MOVE;
  return STAYERS[who - 1] ?? BEFORE_MOVE;
}

function shownPerson(told: Step): Person {
  const { waId, bsuid, ...rest } = personAt(told);
  return {
    ...rest,
    name: `Customer ${told.who} of ${Math.floor(told.t / 300)}`,
    ...(told.shown !== 'bsuid' && waId !== undefined && { waId }),
    ...(told.shown !== 'phone' && bsuid !== undefined && { bsuid }),
  };
}

function wamidOf(index: number): string {
  return `wamid.STORY${index}`;
}

/** Follows a reaction to a reaction to a message; those that only lead to each other are the first shop's. */
function shopOf(told: Step, steps: readonly Step[], links = 0): 0 | 1 {
  if (!ABOUT_ANOTHER.has(told.kind)) return told.shop;
  const about = steps[told.target % steps.length];
  return about === undefined || links > steps.length ? 0 : shopOf(about, steps, links + 1);
}

function tell(told: Step, index: number, steps: readonly Step[]): Told {
  const shop = SHOPS[shopOf(told, steps)];
  const person = shownPerson(told);
  const id = wamidOf(index);
  const target = wamidOf(told.target % steps.length);
  const timestamp = String(MONDAY + told.t);
  const said = (fields: JsonObject): JsonObject => message(person, { id, timestamp, ...fields });
  const live = (fields: JsonObject): Told =>
    numberChange('messages', { contacts: [contact(person)], messages: [said(fields)] }, shop);
  const echo = (fields: JsonObject): Told =>
    numberChange('smb_message_echoes', { message_echoes: [sent(fields)] }, shop);
  const sent = (fields: JsonObject): JsonObject => ({
    from: shop.displayPhoneNumber,
    ...(person.waId !== undefined && { to: person.waId }),
    ...(person.bsuid !== undefined && { to_user_id: person.bsuid }),
    id,
    timestamp,
    ...fields,
  });
  const preference = (value: string): Told =>
    numberChange(
      'user_preferences',
      {
        contacts: [contact(person)],
        user_preferences: [
          {
            ...(person.waId !== undefined && { wa_id: person.waId }),
            ...(person.bsuid !== undefined && { user_id: person.bsuid }),
            category: 'marketing_messages',
            value,
            ...(value === 'signup' && { signup_id: `signup-${told.t}` }),
            timestamp: MONDAY + told.t,
          },
        ],
      },
      shop,
    );
  const status = (name: string, fields: JsonObject): Told =>
    numberChange(
      'messages',
      {
        ...(told.variant % 2 === 0 && name !== 'failed' && { contacts: [contact(person)] }),
        statuses: [
          {
            id: target,
            status: name,
            timestamp,
            ...(person.waId !== undefined && { recipient_id: person.waId }),
            ...(person.bsuid !== undefined && { recipient_user_id: person.bsuid }),
            ...fields,
          },
        ],
      },
      shop,
    );
  const text = { type: 'text', text: { body: `Words of ${index}` } };
  switch (told.kind) {
    case 'text':
      return live({ ...text, ...(told.variant === 0 && { context: { id: target } }) });
    case 'image':
      return live({ type: 'image', image: { id: `file-${index % 3}`, mime_type: 'image/jpeg' } });
    case 'order':
      return live({
        type: 'order',
        order: { product_items: [{ quantity: 2, item_price: 5, currency: 'EUR' }] },
      });
    case 'unsupported':
      return live({ type: 'unsupported', unsupported: { type: 'poll_creation' } });
    case 'referral':
      return live({ ...text, referral: { source_type: 'ad', source_id: String(told.variant) } });
    case 'contact_request':
      return live({
        type: 'contacts',
        contacts: [{ origin: 'contact_request', phones: [{ wa_id: personAt(told).waId ?? '' }] }],
      });
    case 'echo':
      return echo(text);
    case 'reaction':
      return live({ type: 'reaction', reaction: reaction(target, told.variant) });
    case 'echo_reaction':
      return echo({ type: 'reaction', reaction: reaction(target, told.variant) });
    case 'edit':
      return live({
        type: 'edit',
        edit: {
          original_message_id: target,
          message: { type: 'text', text: { body: `Better words of ${index}` } },
        },
      });
    case 'revoke':
      return live({ type: 'revoke', revoke: { original_message_id: target } });
    case 'status':
      return status(['sent', 'delivered', 'read', 'played'][told.variant] ?? 'sent', {
        ...(told.t % 2 === 0 && { pricing: { type: 'free_entry_point', category: 'utility' } }),
        ...(told.t % 2 === 0 && { conversation: { expiration_timestamp: String(MONDAY + 9_000) } }),
      });
    case 'failed':
      return status('failed', {
        errors: [{ code: told.variant === 0 ? 131_047 : 131_026, title: 'Not delivered' }],
      });
    case 'move':
      return numberChange(
        'messages',
        {
          messages: [
            {
              from: BEFORE_MOVE.waId ?? '',
              id: 'wamid.MOVE',
              timestamp: String(MONDAY + MOVE_AT),
              type: 'system',
              system: {
                type: 'user_changed_number',
                body: 'Somebody changed their number',
                wa_id: AFTER_MOVE.waId ?? '',
                user_id: AFTER_MOVE.bsuid ?? '',
                previous_user_id: BEFORE_MOVE.bsuid ?? '',
              },
            },
          ],
        },
        SHOP,
      );
    case 'stop':
    case 'resume':
    case 'signup':
      return preference(told.kind);
    case 'phone_book':
      return numberChange(
        'smb_app_state_sync',
        {
          state_sync: [
            {
              type: 'contact',
              contact: {
                full_name: `Entry ${told.variant}`,
                phone_number: personAt(told).waId ?? '',
              },
              action: told.variant === 0 ? 'remove' : 'add',
              metadata: { timestamp },
            },
          ],
        },
        shop,
      );
    case 'history':
      return historic(shop, personAt(told), {
        ...(told.variant % 2 === 0
          ? { from: personAt(told).waId ?? '' }
          : { from: shop.displayPhoneNumber, to: personAt(told).waId ?? '' }),
        id,
        timestamp,
        ...text,
        history_context: { status: 'READ' },
      });
    case 'historic_copy': {
      const other = told.target % steps.length;
      const copied = steps[other];
      if (copied?.kind !== 'text') return live({ ...text, id: `${id}.own` });
      return historic(SHOPS[copied.shop], personAt(copied), {
        from: personAt(copied).waId ?? '',
        id: wamidOf(other),
        timestamp: String(MONDAY + copied.t),
        type: 'text',
        text: { body: `Words of ${other}` },
        history_context: { status: 'READ' },
      });
    }
    case 'standby':
      return numberChange(
        'standby',
        { standby: { contacts: [contact(person)], messages: [said(text)] } },
        shop,
      );
    case 'call':
      return numberChange(
        'calls',
        {
          contacts: [contact(person)],
          calls: [
            {
              ...message(person),
              id: `wacid.${index}`,
              timestamp,
              direction: 'USER_INITIATED',
              event: told.variant % 2 === 0 ? 'connect' : 'terminate',
            },
          ],
        },
        shop,
      );
    case 'handover':
      return numberChange(
        'messaging_handovers',
        {
          type: 'control_passed',
          timestamp,
          sender: { phone_number: personAt(told).waId ?? '' },
          control_passed: {
            new_owner_role: told.variant % 2 === 0 ? 'ai_agent' : 'customer_service',
          },
        },
        shop,
      );
    case 'group':
      return live({ ...text, group_id: 'group-1' });
    case 'group_reaction':
      return live({
        type: 'reaction',
        group_id: 'group-1',
        reaction: reaction(target, told.variant),
      });
    case 'account':
      return numberChange(
        'account_alerts',
        { alert_info: { alert_type: String(told.variant) } },
        shop,
      );
    default:
      throw new Error('There is a kind of step that nobody tells.');
  }
}

/** Every fourth one takes a reaction back: two ways in which Meta may say so. */
function reaction(target: string, variant: number): JsonObject {
  if (variant === 0) return { message_id: target };
  if (variant === 1) return { message_id: target, emoji: '' };
  return { message_id: target, emoji: variant === 2 ? '👍' : '🌵' };
}

function historic(shop: Shop, person: Person, past: JsonObject): Told {
  return numberChange(
    'history',
    {
      history: [
        {
          metadata: { phase: 0, chunk_order: 1, progress: 10 },
          threads: [{ id: person.waId ?? '', messages: [past] }],
        },
      ],
    },
    shop,
  );
}
