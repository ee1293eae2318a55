import { expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId } from '#shared/ids.ts';
import { labelContacts } from '#electron/labels/label-contacts.ts';
import { createLabel } from '#electron/labels/label-book.ts';
import { addContact } from '#electron/people/contact-book.ts';
import { findContact } from '#electron/store/contact-list.ts';
import { memoryStore } from '../support/store.ts';

function shop() {
  const deps = { store: memoryStore(), clock: () => 1000 };
  const people = [1, 2, 3].map((n) => addContact(deps, { phone: `+491511200000${n}` }).id);
  const { id: labelId } = createLabel(deps, { name: 'VIP', color: null });
  const carriers = () =>
    people.filter((id) =>
      findContact(deps.store, id)?.labels.some((label) => label.id === labelId),
    );
  return { deps, people, labelId, carriers };
}

it('puts a label on people who have no chat, and answers whom it changed', () => {
  const { deps, people, labelId, carriers } = shop();
  const [first] = people;
  labelContacts(deps, { labelId, contactIds: people.slice(0, 1), isOn: true });
  const changed = labelContacts(deps, { labelId, contactIds: people, isOn: true });
  expect(changed).toEqual(people.slice(1));
  labelContacts(deps, { labelId, contactIds: changed, isOn: false });
  expect(carriers()).toEqual([first]);
});

it('leaves out whoever is gone, and refuses a label that is gone', () => {
  const { deps, people, labelId, carriers } = shop();
  const gone = asId<ContactId>(999);
  expect(labelContacts(deps, { labelId, contactIds: [gone, ...people], isOn: true })).toEqual(
    people,
  );
  expect(carriers()).toEqual(people);
  const noLabel = { labelId: asId<LabelId>(77), contactIds: people, isOn: true };
  expect(() => labelContacts(deps, noLabel)).toThrow('There is no label 77');
});

it('tells the screens whom it changed', () => {
  const { deps, people, labelId } = shop();
  const told: unknown[] = [];
  deps.store.onChange((changes) => told.push(...changes));
  labelContacts(deps, { labelId, contactIds: people, isOn: true });
  expect(told).toEqual(people.map((contactId) => ({ kind: 'contact', contactId })));
});
