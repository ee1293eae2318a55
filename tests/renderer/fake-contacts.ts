import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Contact } from '#shared/models/contact.ts';
import type { Handlers } from './fake-bridge.ts';

export const CONTACT: Contact = {
  id: asId<ContactId>(1),
  name: 'Ana',
  sortName: 'ana',
  phone: '+5511987650001',
  username: null,
  bsuid: null,
  email: null,
  language: null,
  labels: [],
  optedOut: false,
  isBlocked: false,
  latestMessageAt: null,
  createdAt: 0,
  updatedAt: 0,
};

export const contactBookHandlers = {
  'contacts.create': () => CONTACT,
  'contacts.delete': () => ({ messages: 0, files: 0 }),
} satisfies Partial<Handlers>;
