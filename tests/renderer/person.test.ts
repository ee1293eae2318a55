// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  changeField,
  deletePerson,
  labelPerson,
  recordConsent,
} from '../../renderer/stores/person-changes.ts';
import {
  closePerson,
  listenForPerson,
  openPerson,
  usePerson,
} from '../../renderer/stores/person.ts';
import { useRoute } from '../../renderer/stores/route.ts';
import { useToasts } from '../../renderer/stores/toasts.ts';
import { undoLast, useUndo } from '../../renderer/stores/undo.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId } from '#shared/ids.ts';
import type { CommandName } from '#shared/contract.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { CARD, PERSON } from './fake-person.ts';
import { aWorld } from './fake-world.ts';

const { contact } = PERSON;
const OTHER = asId<ContactId>(7);
const VIP = { id: asId<LabelId>(1), name: 'VIP', color: '#d97f1f' };

let bridge: FakeBridge;
/** What was asked for, with its input. */
let asked: [CommandName, unknown][];
/** Answers about this person come when this is over. */
let waitsFor: { readonly contactId: ContactId; readonly until: Promise<undefined> } | undefined;

beforeEach(async () => {
  await startI18n();
  useUndo.setState({ actions: [] });
  bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  asked = [];
  waitsFor = undefined;
  const invoke: FakeBridge['invoke'] = async (command, input) => {
    asked.push([command, input]);
    if ('contactId' in input && input.contactId === waitsFor?.contactId) await waitsFor.until;
    return await bridge.invoke(command, input);
  };
  vi.stubGlobal('window', Object.assign(window, { frontdesk: { ...bridge, invoke } }));
  await openPerson(contact.id);
  asked = [];
});

afterEach(closePerson);

function inputsOf(command: CommandName): unknown[] {
  return asked.filter(([name]) => name === command).map(([, input]) => input);
}

describe('the person on the screen', () => {
  it('is the one that was asked for last, however late the answers come', async () => {
    const late = Promise.withResolvers<undefined>();
    waitsFor = { contactId: OTHER, until: late.promise };
    const slow = openPerson(OTHER);
    await openPerson(contact.id);
    late.resolve(undefined);
    await slow;
    expect(usePerson.getState()).toMatchObject({ id: contact.id, person: PERSON });
  });

  it('says in words why there is nothing to show', async () => {
    bridge.failWith('not_found');
    await openPerson(OTHER);
    expect(usePerson.getState()).toMatchObject({ person: undefined, problem: /./ });
  });

  it('is asked for again when they changed, not when somebody else did', async () => {
    const end = listenForPerson();
    bridge.emit('contacts.changed', { contactIds: [asId<ContactId>(99)] });
    expect(inputsOf('contacts.person')).toEqual([]);
    bridge.emit('contacts.changed', { contactIds: [contact.id] });
    await vi.waitFor(() => expect(inputsOf('contacts.person')).toHaveLength(1));
    end();
    bridge.emit('contacts.changed', { contactIds: [contact.id] });
    expect(inputsOf('contacts.person')).toHaveLength(1);
  });
});

describe('a field of a person', () => {
  const field = { ...CARD, value: 'Gold' };
  const put = { contactId: contact.id, fieldId: CARD.id };

  it('is written, and undone to what stood there before', async () => {
    expect(await changeField(contact, field, 'silver')).toBeUndefined();
    await undoLast();
    expect(inputsOf('fields.put')).toEqual([
      { ...put, value: 'silver' },
      { ...put, value: 'Gold' },
    ]);
  });

  it('says why a value was refused, and then there is nothing to undo', async () => {
    bridge.failWith('bad_input');
    expect(await changeField(contact, field, 'Bronze')).toMatch(/./);
    expect(useUndo.getState().actions).toEqual([]);
  });
});

it('a label that was put on is taken off by undo', async () => {
  await labelPerson(contact, VIP, true);
  await undoLast();
  expect(inputsOf('contacts.label')).toMatchObject([{ isOn: true }, { isOn: false }]);
});

it('a failing label is said and leaves nothing to undo', async () => {
  bridge.failWith('internal');
  await labelPerson(contact, VIP, true);
  expect(useToasts.getState().latest?.text).toMatch(/./);
  expect(useUndo.getState().actions).toEqual([]);
});

it('a word about offers brings the ledger up to date', async () => {
  expect(await recordConsent(contact.id, 'opt_out', 'On the phone')).toBeUndefined();
  expect(asked.map(([command]) => command)).toEqual([
    'consent.record',
    'contacts.profile',
    'contacts.person',
    'consent.ledger',
    'contacts.timeline',
  ]);
});

it('whoever is deleted leaves the list behind; whoever could not be stays, with the reason', async () => {
  useRoute.setState({ screen: 'contacts', path: '1' });
  bridge.failWith('internal');
  expect(await deletePerson(contact, true)).toMatch(/./);
  expect(useRoute.getState().path).toBe('1');
  bridge.failWith(undefined);
  expect(await deletePerson(contact, true)).toBeUndefined();
  expect(useRoute.getState()).toMatchObject({ screen: 'contacts', path: '' });
});
