import type { Clock } from '../clock.ts';
import { listSavedPlaces, removeSavedPlace, saveSavedPlace } from '../store/saved-places.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type SavedPlaceCommand = 'savedPlaces.list' | 'savedPlaces.save' | 'savedPlaces.remove';

export function savedPlaceHandlers({ store, clock }: Deps): Pick<Handlers, SavedPlaceCommand> {
  return {
    'savedPlaces.list': () => listSavedPlaces(store),
    'savedPlaces.save': (place) => store.write((tx) => saveSavedPlace(tx, place, clock())),
    'savedPlaces.remove': ({ id }) => {
      store.write((tx) => removeSavedPlace(tx, id));
      return null;
    },
  };
}
