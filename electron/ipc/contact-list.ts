import { MOST_IDS } from '#shared/contract-contact-list.ts';
import { labelContacts } from '../labels/label-contacts.ts';
import { checkPhone } from '../people/check-phone.ts';
import { countriesOf } from '../people/contact-facets.ts';
import { deletePeople } from '../people/erase-contact.ts';
import type { Erasing } from '../people/erase-contact.ts';
import { openChat } from '../people/open-chat.ts';
import { findContact } from '../store/contact-list.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { contactQuestion } from './contact-question.ts';
import type { Handlers } from './router.ts';

interface Deps extends Erasing {
  readonly reader: BackgroundReader;
}

type ListCommand =
  | 'contacts.count'
  | 'contacts.ids'
  | 'contacts.fresh'
  | 'contacts.facets'
  | 'contacts.label'
  | 'contacts.deleteMany'
  | 'contacts.checkPhone'
  | 'contacts.openChat';

/** The list of all people as a whole, and what is done to many of them at once. */
export function contactListHandlers(deps: Deps): Pick<Handlers, ListCommand> {
  const { store, reader } = deps;
  return {
    async 'contacts.count'({ text, filter }) {
      const input = contactQuestion(deps, text, filter);
      return (await reader.ask({ name: 'countContacts', input })) ?? { fitting: 0, all: 0 };
    },
    async 'contacts.ids'({ text, filter, after }) {
      const input = { ...contactQuestion(deps, text, filter), after, limit: MOST_IDS };
      return (
        (await reader.ask({ name: 'pageContactIds', input })) ?? { contactIds: [], next: null }
      );
    },
    async 'contacts.fresh'({ text, filter, contactIds, chatIds }) {
      const input = { ...contactQuestion(deps, text, filter), contactIds, chatIds };
      return (await reader.ask({ name: 'freshContacts', input })) ?? { fitting: [], others: [] };
    },
    async 'contacts.facets'() {
      const [languages, beginnings] = await Promise.all([
        reader.ask({ name: 'countLanguages' }),
        reader.ask({ name: 'countBeginnings' }),
      ]);
      return { languages: languages ?? [], countries: countriesOf(beginnings ?? []) };
    },
    'contacts.label': (labelling) => labelContacts(deps, labelling),
    async 'contacts.deleteMany'({ contactIds, withMessages }) {
      const there = contactIds.filter((id) => findContact(store, id) !== undefined);
      const erasure = await deletePeople(deps, there, { withMessages });
      return { ...erasure, people: there.length };
    },
    'contacts.checkPhone': (typed) => checkPhone(store, typed),
    'contacts.openChat': ({ accountId, who }) => openChat(deps, accountId, who),
  };
}
