import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import type { CommandInput } from '#shared/contract.ts';
import type { Contact } from '#shared/models/contact.ts';
import { compareContacts } from '../../renderer/stores/contact-order.ts';
import { aChat } from './builders.ts';
import type { Handlers } from './fake-bridge.ts';

/** Somebody of the list. */
export function aContact(id: number, changes: Partial<Contact> = {}): Contact {
  const name = changes.name ?? `Person ${String(id).padStart(5, '0')}`;
  return {
    id: asId<ContactId>(id),
    name,
    sortName: name.toLowerCase(),
    phone: `+55119${String(80_000_000 + id)}`,
    username: null,
    bsuid: null,
    email: null,
    language: null,
    labels: [],
    optedOut: false,
    isBlocked: false,
    latestMessageAt: null,
    createdAt: id,
    updatedAt: id,
    ...changes,
  };
}

type Question = Pick<CommandInput<'contacts.count'>, 'text' | 'filter'>;

const MOST_IDS = 1000;

/** The list as the core keeps it, in memory. */
export function contactListHandlers(people: Map<number, Contact>) {
  function fitting({ text, filter }: Question): Contact[] {
    return [...people.values()].filter(
      (contact) =>
        (text === null || contact.name.toLowerCase().includes(text.toLowerCase())) &&
        (filter.optedOut === undefined || contact.optedOut === filter.optedOut) &&
        (filter.labelId === undefined || contact.labels.some(({ id }) => id === filter.labelId)),
    );
  }

  return {
    'contacts.page'({ order, cursor, limit, ...question }) {
      const sorted = fitting(question).toSorted((a, b) => compareContacts(a, b, order));
      const start = cursor === null ? 0 : Number(cursor);
      const end = start + limit;
      return {
        contacts: sorted.slice(start, end),
        nextCursor: end < sorted.length ? String(end) : null,
      };
    },
    'contacts.count': (question) => ({ fitting: fitting(question).length, all: people.size }),
    'contacts.ids'({ after, ...question }) {
      const behind = fitting(question)
        .map(({ id }) => id)
        .filter((id) => id > after)
        .slice(0, MOST_IDS);
      return {
        contactIds: behind,
        next: behind.length === MOST_IDS ? (behind.at(-1) ?? null) : null,
      };
    },
    'contacts.fresh'({ contactIds, ...question }) {
      const fit = fitting(question).filter(({ id }) => contactIds.includes(id));
      const others = contactIds.filter((id) => fit.every((contact) => contact.id !== id));
      return { fitting: fit, others: others.map((id) => asId<ContactId>(id)) };
    },
    'contacts.facets': () => ({ languages: [], countries: [] }),
    'contacts.label': ({ contactIds }) => contactIds.map((id) => asId<ContactId>(id)),
    'contacts.deleteMany'({ contactIds }) {
      for (const id of contactIds) people.delete(id);
      return { people: contactIds.length, messages: 0, files: 0 };
    },
    'contacts.checkPhone': () => ({ kind: 'no_country' as const }),
    'contacts.openChat': () => aChat(1),
  } satisfies Partial<Handlers>;
}
