// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId } from '#shared/ids.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { readContactsPath } from '../../renderer/features/contacts/contacts-path.ts';
import {
  cancelBulk,
  chosenContacts,
  inPortions,
  useContactBulk,
} from '../../renderer/stores/contact-bulk.ts';
import { deletePeople } from '../../renderer/stores/contact-deletion.ts';
import { followContacts } from '../../renderer/stores/contact-following.ts';
import { labelPeople } from '../../renderer/stores/contact-labels.ts';
import {
  loadMoreContacts,
  showContacts,
  useContactList,
} from '../../renderer/stores/contact-list.ts';
import { compareContacts, placeContacts } from '../../renderer/stores/contact-order.ts';
import {
  chooseContactRange,
  chooseEverybody,
  chooseNobody,
  chosenCount,
  isChosen,
  toggleContact,
  useContactSelection,
} from '../../renderer/stores/contact-selection.ts';
import { undoLast } from '../../renderer/stores/undo.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { aContact } from './fake-contact-list.ts';
import { aWorld } from './fake-world.ts';
import type { World } from './fake-world.ts';

const PEOPLE = 2500;

let world: World;
let bridge: FakeBridge;

beforeEach(async () => {
  await startI18n();
  world = aWorld(Date.now());
  for (let id = 1; id <= PEOPLE; id += 1) world.people.set(id, aContact(id));
  bridge = fakeBridge(world, { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  chooseNobody();
  await showContacts({ text: '', filter: {}, order: 'name' });
});

const person = (id: number) => asId<ContactId>(id);
const names = () => useContactList.getState().rows.map(({ name }) => name);
const choice = () => useContactSelection.getState().choice;

describe('the list of people', () => {
  it('holds one page at first, knows how many there are, and takes the next without a gap', async () => {
    expect(names()).toHaveLength(100);
    expect(useContactList.getState().count).toEqual({ fitting: PEOPLE, all: PEOPLE });
    await loadMoreContacts();
    expect(names()).toHaveLength(300);
    expect(names().at(-1)).toBe('Person 00300');
    expect(new Set(names()).size).toBe(300);
  });

  it('shows what was typed last, however the answers come', async () => {
    const loads = ['person 00', 'person 001', 'person 00123'].map((text) => showContacts({ text }));
    await Promise.all(loads);
    expect(names()).toEqual(['Person 00123']);
    expect(useContactList.getState().count).toEqual({ fitting: 1, all: PEOPLE });
  });

  it('puts somebody who is renamed where they belong now, and takes out who is gone', async () => {
    const end = followContacts();
    world.people.set(5, aContact(5, { name: 'Person 00050 b' }));
    world.people.delete(7);
    bridge.emit('contacts.changed', { contactIds: [person(5), person(7)] });
    await vi.waitFor(() => expect(names().indexOf('Person 00050 b')).toBe(48));
    expect(names()).not.toContain('Person 00007');
    expect(useContactList.getState().count?.all).toBe(PEOPLE - 1);
    end();
  });

  it('comes back as far as it was loaded after the line was broken', async () => {
    const end = followContacts();
    await loadMoreContacts();
    await loadMoreContacts();
    bridge.emit('resync', {});
    await vi.waitFor(() => expect(useContactList.getState().isBusy).toBe(false));
    expect(names().length).toBeGreaterThanOrEqual(500);
    end();
  });

  it('leaves whoever belongs behind the loaded part to their page', () => {
    const loaded = { rows: [aContact(1), aContact(2)], nextCursor: 'more' };
    const fresh = { fitting: [aContact(9)], others: [] };
    expect(placeContacts(loaded, fresh, 'name').rows).toHaveLength(2);
    expect(placeContacts({ ...loaded, nextCursor: null }, fresh, 'name').rows).toHaveLength(3);
  });

  it('puts nameless people last and the newest first', () => {
    const nameless = aContact(1, { sortName: String.fromCodePoint(0x10_ff_ff) });
    const emoji = aContact(2, { sortName: '🌷' });
    const chinese = aContact(3, { sortName: '\u{F900}' });
    const byName = [nameless, emoji, chinese].toSorted((a, b) => compareContacts(a, b, 'name'));
    expect(byName.map(({ id }) => id)).toEqual([3, 2, 1]);
    const byAge = [aContact(1), aContact(2)].toSorted((a, b) => compareContacts(a, b, 'created'));
    expect(byAge.map(({ id }) => id)).toEqual([2, 1]);
  });
});

describe('choosing people', () => {
  it('takes everything between where it began and where it ends', () => {
    const order = [1, 2, 3, 4].map(person);
    chooseContactRange(order, person(2), person(3));
    chooseContactRange(order, person(3), person(4));
    expect(order.filter((id) => isChosen(choice(), id))).toEqual([2, 3, 4]);
    chooseContactRange(order, person(4), person(1));
    expect(order.filter((id) => isChosen(choice(), id))).toEqual([1, 2]);
  });

  it('means everybody who fits, loaded or not, but those who are taken out', async () => {
    await showContacts({ text: 'person 0' });
    chooseEverybody();
    toggleContact(person(3));
    expect(chosenCount(choice(), useContactList.getState().count?.fitting)).toBe(PEOPLE - 1);
    const ids = await chosenContacts();
    expect(ids).toHaveLength(PEOPLE - 1);
    expect(ids).not.toContain(person(3));
  });
});

describe('what is done to many people', () => {
  it('goes on portion by portion, tells how far it got, and stops when it is told to', async () => {
    const ids = Array.from({ length: 95 }, (_, index) => person(index + 1));
    const portions: number[] = [];
    const done = await inPortions('Work', ids, 10, async (some) => {
      portions.push(some.length);
      expect(useContactBulk.getState().work).toMatchObject({ total: 95 });
      if (portions.length === 4) cancelBulk();
      return await Promise.resolve(undefined);
    });
    expect(done).toBe(40);
    expect(useContactBulk.getState().work).toBeUndefined();
  });

  it('says why it got no further', async () => {
    const portion = vi.fn(async () => await Promise.resolve('No room on the disk.'));
    expect(await inPortions('Work', [person(1), person(2)], 1, portion)).toBe(0);
    expect(portion).toHaveBeenCalledOnce();
  });

  it('is undone for exactly those whom it changed', async () => {
    const label = { id: asId<LabelId>(1), name: 'VIP', color: '#d97f1f' };
    const ids = Array.from({ length: 1200 }, (_, index) => person(index + 1));
    await labelPeople(ids, label, true);
    await undoLast();
    expect(bridge.calls.filter((command) => command === 'contacts.label')).toHaveLength(6);
  });

  it('deletes everyone who was asked for and shows the list without them', async () => {
    await deletePeople([1, 2, 3].map(person), false);
    expect(names()[0]).toBe('Person 00004');
    expect(useContactList.getState().count?.all).toBe(PEOPLE - 3);
  });
});

describe('an address of the contacts', () => {
  it.each([
    ['', { tab: 'list', contactId: undefined }],
    ['12', { tab: 'list', contactId: 12 }],
    ['segments/3', { tab: 'segments', contactId: undefined }],
    ['import', { tab: 'import', contactId: undefined }],
    ['nonsense', { tab: 'list', contactId: undefined }],
    ['012', { tab: 'list', contactId: undefined }],
  ])('“%s” is read as %o', (path, place) => {
    expect(readContactsPath(path)).toEqual(place);
  });
});
