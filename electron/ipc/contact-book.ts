import { addContact } from '../people/contact-book.ts';
import { deletePerson } from '../people/erase-contact.ts';
import type { Erasing } from '../people/erase-contact.ts';
import { phonePrefixOf, requirePhone } from '../people/phone-rules.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Handlers } from './router.ts';

interface Deps extends Erasing {
  readonly reader: BackgroundReader;
}

type BookCommand = 'contacts.page' | 'contacts.create' | 'contacts.delete';

const NOBODY = { contacts: [], nextCursor: null };

export function contactBookHandlers(deps: Deps): Pick<Handlers, BookCommand> {
  return {
    'contacts.page': async ({ filter, ...page }) => {
      const { labelId, optedOut, isBlocked, language, country } = filter;
      const input = {
        ...page,
        labelId: labelId ?? null,
        optedOut: optedOut ?? null,
        isBlocked: isBlocked ?? null,
        language: language ?? null,
        phonePrefix: country === undefined ? null : phonePrefixOf(country),
      };
      return (await deps.reader.ask({ name: 'pageContacts', input })) ?? NOBODY;
    },
    'contacts.create': ({ name, phone, ...words }) =>
      addContact(deps, { ...words, ownName: name, phone: requirePhone(phone) }),
    'contacts.delete': ({ contactId, withMessages }) =>
      deletePerson(deps, contactId, { withMessages }),
  };
}
