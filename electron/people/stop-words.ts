import type { ConsentSettings } from '#shared/consent-settings.ts';
import { wordOnOffers } from '#shared/spoken-consent.ts';
import { foldWholeMessage } from '#shared/stop-words.ts';
import { readConsentSettings } from '../store/consent-settings.ts';
import type { Reader } from '../store/store.ts';

/** What a person says about offers by a message that is nothing but a stop or a start word. */
export interface SpokenConsent {
  readonly kind: 'opt_out' | 'opt_in';
  readonly settings: ConsentSettings;
}

/** Undefined for every other message. */
export function spokenConsent(db: Reader, text: string): SpokenConsent | undefined {
  if (foldWholeMessage(text) === undefined) return undefined;
  const settings = readConsentSettings(db);
  const kind = wordOnOffers(text, settings);
  return kind && { kind, settings };
}
