import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** App secrets at hand, so that a thousand deliveries a second do not unlock them a thousand times. */
export interface SecretCache {
  get(): Promise<readonly string[]>;
  /** Unlocks them anew, at most once a second: a flood of forgeries must not cost that much each. */
  refresh(): Promise<readonly string[]>;
  close(): void;
}

const REFRESH_EVERY_MS = 1_000;

export function createSecretCache(deps: {
  readonly store: Store;
  readonly appSecrets: () => Promise<readonly string[]>;
  readonly clock: Clock;
}): SecretCache {
  let cached: Promise<readonly string[]> | undefined;
  let readAt = 0;

  function read(): Promise<readonly string[]> {
    const reading = deps.appSecrets();
    cached = reading;
    readAt = deps.clock();
    reading.catch(() => {
      if (cached === reading) cached = undefined;
    });
    return reading;
  }

  // An account that was added, paused or removed changes whose word counts.
  const stopListening = deps.store.onChange((changes) => {
    if (changes.some((change) => change.kind === 'account')) cached = undefined;
  });

  return {
    get: () => cached ?? read(),
    refresh() {
      const isDue = Math.abs(deps.clock() - readAt) >= REFRESH_EVERY_MS;
      return isDue || cached === undefined ? read() : cached;
    },
    close: stopListening,
  };
}
