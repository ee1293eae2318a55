import type { Clock } from '../clock.ts';
import {
  changeConsentSettings,
  consentLedger,
  exportConsent,
  recordOwnersWord,
} from '../people/consent.ts';
import { readConsentSettings } from '../store/consent-settings.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type ConsentCommand =
  | 'consent.ledger'
  | 'consent.record'
  | 'consent.export'
  | 'consent.settings'
  | 'consent.changeSettings';

export function consentHandlers(deps: Deps): Pick<Handlers, ConsentCommand> {
  return {
    'consent.ledger': ({ contactId }) => consentLedger(deps.store, contactId),
    'consent.record': (word) => recordOwnersWord(deps, word),
    'consent.export': ({ contactId }) => exportConsent(deps, contactId),
    'consent.settings': () => readConsentSettings(deps.store),
    'consent.changeSettings': (change) => changeConsentSettings(deps, change),
  };
}
