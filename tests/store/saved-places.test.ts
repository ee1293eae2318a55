import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { listSavedPlaces, removeSavedPlace, saveSavedPlace } from '#electron/store/saved-places.ts';
import { memoryStore } from '../support/store.ts';

const SHOP = { id: null, name: 'Our shop', address: 'Road 1', latitude: 48.2, longitude: 16.4 };

describe('saved places', () => {
  it('are added, changed and taken away, and stand by name', () => {
    const store = memoryStore();
    const shop = store.write((tx) => saveSavedPlace(tx, SHOP, 1));
    const fair = store.write((tx) => saveSavedPlace(tx, { ...SHOP, name: 'fair' }, 1));
    store.write((tx) => saveSavedPlace(tx, { ...SHOP, id: shop, address: 'Road 2' }, 2));
    expect(listSavedPlaces(store)).toEqual([
      { ...SHOP, id: fair, name: 'fair' },
      { ...SHOP, id: shop, address: 'Road 2' },
    ]);
    store.write((tx) => removeSavedPlace(tx, fair));
    expect(listSavedPlaces(store)).toMatchObject([{ name: 'Our shop' }]);
  });

  it('come to a database that was made without them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-store-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'frontdesk.db');
    const step = MIGRATIONS.findIndex(({ name }) => name === '007-saved-places');
    openStore(file, MIGRATIONS.slice(0, step)).close();
    const store = openStore(file);
    expect(listSavedPlaces(store)).toEqual([]);
    store.close();
  });
});
