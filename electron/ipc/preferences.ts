import { isJsonObject } from '#shared/json.ts';
import { DEFAULT_PREFERENCES, preferencesSchema } from '#shared/preferences.ts';
import type { Preferences } from '#shared/preferences.ts';
import type { Clock } from '../clock.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Reader, Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

const KEY = 'preferences';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

export function preferenceHandlers({
  store,
  clock,
}: Deps): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': () => readPreferences(store),
    'preferences.set': (wanted) =>
      store.write((tx) => {
        const preferences = preferencesSchema.parse({ ...readPreferences(tx), ...wanted });
        writeSetting(tx, KEY, preferences, clock());
        tx.note({ kind: 'preferences' });
        return preferences;
      }),
  };
}

/** What an older version wrote is completed; what a newer one wrote differently gives the defaults. */
export function readPreferences(db: Reader): Preferences {
  const stored = readSetting(db, KEY);
  const completed = preferencesSchema.safeParse({
    ...DEFAULT_PREFERENCES,
    ...(isJsonObject(stored) && stored),
  });
  return completed.success ? completed.data : DEFAULT_PREFERENCES;
}
