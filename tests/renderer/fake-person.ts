import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId, CustomFieldId } from '#shared/ids.ts';
import type { FieldDefinition } from '#shared/models/custom-field.ts';
import type { Person } from '#shared/models/person.ts';
import type { Handlers } from './fake-bridge.ts';
import { CONTACT } from './fake-contacts.ts';

export const CARD: FieldDefinition = {
  id: asId<CustomFieldId>(1),
  name: 'Card',
  kind: 'choice',
  choices: ['Gold', 'Silver'],
  holders: 0,
};

/** Ana, whom nobody wrote anything about. */
export const PERSON: Person = {
  contact: CONTACT,
  profile: {
    id: asId<ContactId>(1),
    ownName: null,
    givenName: 'Ana',
    email: null,
    language: null,
    notes: '',
    createdAt: 0,
  },
  fields: [],
  chats: [
    {
      id: asId<ChatId>(1),
      accountId: asId<AccountId>(1),
      accountName: 'Casa Verde',
      lastMessageAt: null,
      unreadCount: 0,
    },
  ],
  identities: [],
  blocks: [],
};

export const personHandlers = {
  'contacts.person': ({ contactId }) => ({
    ...PERSON,
    contact: { ...CONTACT, id: asId<ContactId>(contactId) },
  }),
  'contacts.correctPhone': () => CONTACT.phone,
  'fields.list': () => [],
  'fields.create': () => CARD,
  'fields.change': () => CARD,
  'fields.delete': () => null,
  'fields.put': () => null,
} satisfies Partial<Handlers>;
