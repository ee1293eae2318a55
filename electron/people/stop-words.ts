import {
  DEFAULT_START_WORDS,
  DEFAULT_STOP_WORDS,
  foldWholeMessage,
  foldWords,
} from '#shared/stop-words.ts';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { readConsentSettings } from '../store/consent-settings.ts';
import type { Reader } from '../store/store.ts';

const STOP = foldWords(DEFAULT_STOP_WORDS);
const START = foldWords(DEFAULT_START_WORDS);

/** What a person says about offers by a message that is nothing but a stop or a start word. */
export interface SpokenConsent {
  readonly kind: 'opt_out' | 'opt_in';
  readonly settings: ConsentSettings;
}

/** Undefined for every other message. Start words count only where the owner allows it. */
export function spokenConsent(db: Reader, text: string): SpokenConsent | undefined {
  const said = foldWholeMessage(text);
  if (said === undefined) return undefined;
  const settings = readConsentSettings(db);
  const { stopWords, startWords, startCounts } = settings;
  if (has(stopWords, STOP, said)) return { kind: 'opt_out', settings };
  if (startCounts && has(startWords, START, said)) return { kind: 'opt_in', settings };
  return undefined;
}

function has(own: readonly string[] | null, brought: ReadonlySet<string>, said: string): boolean {
  return (own === null ? brought : foldWords(own)).has(said);
}
