import { join } from 'node:path';
import { MOST_LABELLED } from '#shared/contact-portions.ts';
import { CONTACT_ORDERS } from '#shared/models/contact.ts';
import { labelContacts } from '#electron/labels/label-contacts.ts';
import { countContacts, pageContactIds } from '#electron/store/contact-count.ts';
import { pageContacts } from '#electron/store/contact-list.ts';
import type { ContactQuestion } from '#electron/store/contact-question.ts';
import { listLabels } from '#electron/store/labels.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { Home } from '../support/app.ts';
import { seedPeople } from '../support/people.ts';
import { atMost, percentile, timeEach } from './measure.ts';
import type { Row } from './measure.ts';

const PEOPLE = 50_000;
const PAGE = 100;
const TURNS = 200;

const EVERYBODY: ContactQuestion = {
  text: null,
  labelId: null,
  optedOut: null,
  isBlocked: null,
  language: null,
  phonePrefix: null,
  window: null,
  segment: null,
};

/** The list of 50,000 people: any page of it, under every filter, searched, counted and labelled. */
export function measureContacts(): Row[] {
  using home = new Home();
  openStore(join(home.path, 'frontdesk.db')).close();
  seedPeople(home.path, PEOPLE);
  const store = openStore(join(home.path, 'frontdesk.db'));
  try {
    const questions = questionsTo(store);
    const filtered = timeEach(TURNS, (turn) => {
      const question = questions[turn % questions.length] ?? EVERYBODY;
      firstPage(store, question, turn);
    });
    const searched = timeEach(TURNS, (turn) => {
      const text = String((turn * 7919) % PEOPLE).slice(0, 1 + (turn % 5));
      firstPage(store, { ...EVERYBODY, text: `person ${text}` }, turn);
    });
    const counted = timeEach(TURNS, (turn) =>
      countContacts(store, questions[turn % questions.length] ?? EVERYBODY),
    );
    return [
      atMost('contact list page of 50 k people, p99', percentile(plainPages(store), 0.99), 5, 'ms'),
      atMost('contact list under any filter, p95', percentile(filtered, 0.95), 60, 'ms'),
      atMost('search in 50 k people as you type, p95', percentile(searched, 0.95), 30, 'ms'),
      atMost('search in 50 k people as you type, p99', percentile(searched, 0.99), 60, 'ms'),
      atMost('count of the people who fit, p95', percentile(counted, 0.95), 60, 'ms'),
      atMost('main loop while 50 k people are labelled, max', slowestLabelling(store), 50, 'ms'),
    ];
  } finally {
    store.close();
  }
}

/** One of each kind: what many fit, what few fit, and what nobody fits. */
function questionsTo(store: Store): ContactQuestion[] {
  const [label] = listLabels(store);
  const parts: readonly Partial<ContactQuestion>[] = [
    { labelId: label?.id ?? null },
    { optedOut: true },
    { optedOut: false },
    { isBlocked: true },
    { language: 'pt-BR' },
    { language: 'ka' },
    { phonePrefix: '+49' },
    { phonePrefix: '+995' },
    { window: { isOpen: true, now: Date.now() } },
    { window: { isOpen: false, now: Date.now() } },
    { text: 'person', language: 'ka' },
  ];
  return parts.map((part) => ({ ...EVERYBODY, ...part }));
}

function firstPage(store: Store, question: ContactQuestion, turn: number): void {
  const order = CONTACT_ORDERS[turn % CONTACT_ORDERS.length] ?? 'name';
  pageContacts(store, { ...question, order, cursor: null, limit: PAGE });
}

/** Page after page in each order, as one scrolls. */
function plainPages(store: Store): number[] {
  return CONTACT_ORDERS.flatMap((order) => {
    let cursor: string | null = null;
    return timeEach(TURNS, () => {
      const page = pageContacts(store, { ...EVERYBODY, order, cursor, limit: PAGE });
      cursor = page.nextCursor;
    });
  });
}

function slowestLabelling(store: Store): number {
  const { contactIds } = pageContactIds(store, { ...EVERYBODY, after: 0, limit: PEOPLE });
  const [label] = listLabels(store);
  if (label === undefined) throw new Error('There is no label to put on people.');
  const portions = Math.ceil(contactIds.length / MOST_LABELLED);
  const times = timeEach(portions, (turn) => {
    const start = turn * MOST_LABELLED;
    labelContacts(
      { store },
      { labelId: label.id, contactIds: contactIds.slice(start, start + MOST_LABELLED), isOn: true },
    );
  });
  return Math.max(...times);
}
