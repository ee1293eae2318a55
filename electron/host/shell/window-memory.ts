import type { Rectangle } from 'electron';
import Store from 'electron-store';
import type { Log } from '../../log.ts';
import { placeOn } from './window-place.ts';
import type { Place } from './window-place.ts';

/** Where the window stood. It is needed before the database opens, so it is a file of its own. */
export interface WindowMemory {
  recall(displays: readonly Rectangle[]): Place;
  remember(bounds: Rectangle, maximized: boolean): void;
}

/** Keeps it in `window.json`. A file that can't be read or written costs nothing but the place. */
export function createWindowMemory(folder: string, log: Log): WindowMemory {
  return {
    recall(displays) {
      try {
        return placeOn(displays, openFile(folder).get('place'));
      } catch (error) {
        log.warn({ error }, 'the place of the window could not be read');
        return placeOn(displays, undefined);
      }
    },
    remember(bounds, maximized) {
      try {
        openFile(folder).set('place', { bounds, maximized });
      } catch (error) {
        log.warn({ error }, 'the place of the window could not be kept');
      }
    },
  };
}

function openFile(folder: string): Store {
  return new Store({ cwd: folder, name: 'window', clearInvalidConfig: false });
}
