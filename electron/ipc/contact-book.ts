import { addContact } from '../people/contact-book.ts';
import { deletePerson } from '../people/erase-contact.ts';
import type { Erasing } from '../people/erase-contact.ts';
import { requirePhone } from '../people/phone-rules.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { contactQuestion } from './contact-question.ts';
import type { Handlers } from './router.ts';

interface Deps extends Erasing {
  readonly reader: BackgroundReader;
}

type BookCommand = 'contacts.page' | 'contacts.create' | 'contacts.delete';

const NOBODY = { contacts: [], nextCursor: null };

export function contactBookHandlers(deps: Deps): Pick<Handlers, BookCommand> {
  return {
    'contacts.page': async ({ text, filter, ...page }) => {
      const input = { ...page, ...contactQuestion(deps, text, filter) };
      return (await deps.reader.ask({ name: 'pageContacts', input })) ?? NOBODY;
    },
    'contacts.create': ({ name, phone, ...words }) =>
      addContact(deps, { ...words, ownName: name, phone: requirePhone(phone) }),
    'contacts.delete': ({ contactId, withMessages }) =>
      deletePerson(deps, contactId, { withMessages }),
  };
}
