import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeField,
  createField,
  deleteField,
  putFieldValue,
} from '#electron/people/field-book.ts';
import { fieldsOf, setFieldType } from '#electron/store/custom-fields.ts';
import { fieldsOfPerson, listDefinitions } from '#electron/store/field-definitions.ts';
import type { Store } from '#electron/store/store.ts';
import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import type { FieldKind } from '#shared/models/custom-field.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

let store: Store;
let contactId: ContactId;
let deps: { store: Store; clock: () => number };

beforeEach(() => {
  store = memoryStore();
  ({ contactId } = addChat(store, addAccount(store)));
  deps = { store, clock: () => 9 };
});

afterEach(() => store.close());

function define(name: string, kind: FieldKind, choices: readonly string[] = []): CustomFieldId {
  return createField(deps, { name, kind, choices }).id;
}

function put(field: CustomFieldId, typed: string): string | null {
  return putFieldValue(deps, contactId, field, typed);
}

describe('a field of the owner’s', () => {
  it('is filled for a person, checked, and answers what was there before', () => {
    const visits = define('Visits', 'number');
    define('Card', 'choice', ['Gold', 'Silver', 'gold']);
    expect(put(visits, '7')).toBeNull();
    expect(put(visits, '8')).toBe('7');
    expect(() => put(visits, 'many')).toThrow('This is no number');
    expect(fieldsOfPerson(store, contactId)).toMatchObject([
      { name: 'Card', kind: 'choice', choices: ['gold', 'Silver'], value: null },
      { name: 'Visits', kind: 'number', choices: [], value: '8' },
    ]);
    expect(put(visits, ' ')).toBe('8');
    expect(fieldsOf(store, contactId)).toEqual([]);
  });

  it('tells the screens whose value changed, and nobody when nothing did', () => {
    const visits = define('Visits', 'number');
    put(visits, '7');
    const heard: unknown[] = [];
    store.onChange((changes) => heard.push(...changes));
    put(visits, '7');
    expect(heard).toEqual([]);
    put(visits, '8');
    expect(heard).not.toEqual([]);
  });

  it('has a name of its own, whatever its capitals, and keeps it when it is renamed', () => {
    const city = define('City', 'text');
    expect(() => define('CITY', 'text')).toThrow('There is a field “City” already');
    const size = define('Size', 'text');
    expect(() => changeField(deps, size, { name: 'city' })).toThrow('already');
    expect(changeField(deps, city, { name: 'Town' })).toMatchObject({ name: 'Town', kind: 'text' });
    expect(changeField(deps, city, { name: 'TOWN' })).toMatchObject({ name: 'TOWN' });
  });

  it('holds something else only when every value that is there still fits', () => {
    const size = define('Size', 'text');
    put(size, 'L');
    expect(() => changeField(deps, size, { kind: 'number' })).toThrow('“L” in this field');
    expect(() => changeField(deps, size, { kind: 'choice' })).toThrow('to choose from');
    const choices = ['S', 'M', 'L'];
    expect(changeField(deps, size, { kind: 'choice', choices })).toMatchObject({
      kind: 'choice',
      choices,
    });
    expect(() => changeField(deps, size, { choices: ['S', 'M'] })).toThrow('“L” in this field');
    put(size, 'm');
    expect(changeField(deps, size, { choices: ['S', 'M'] })).toMatchObject({ choices: ['S', 'M'] });
    expect(changeField(deps, size, { kind: 'text' })).toMatchObject({ kind: 'text', choices: [] });
  });

  it('forgets its choices when an import makes it something else', () => {
    const card = define('Card', 'choice', ['1', '2']);
    store.write((tx) => setFieldType(tx, card, 'number'));
    expect(listDefinitions(store)).toMatchObject([{ kind: 'number', choices: [] }]);
  });

  it('goes with everybody’s values and leaves nothing to a field that comes after it', () => {
    const card = define('Card', 'choice', ['Gold']);
    put(card, 'Gold');
    expect(listDefinitions(store)).toMatchObject([{ holders: 1 }]);
    deleteField(deps, card);
    expect(fieldsOf(store, contactId)).toEqual([]);
    expect(() => deleteField(deps, card)).toThrow('This field is gone');
    define('Next', 'text');
    expect(listDefinitions(store)).toMatchObject([{ name: 'Next', kind: 'text', holders: 0 }]);
  });
});
