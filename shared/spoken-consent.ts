import type { ConsentSettings } from './consent-settings.ts';
import {
  DEFAULT_START_WORDS,
  DEFAULT_STOP_WORDS,
  foldWholeMessage,
  foldWords,
  languageOfStopWord,
} from './stop-words.ts';

const STOP = foldWords(DEFAULT_STOP_WORDS);
const START = foldWords(DEFAULT_START_WORDS);

/**
 * What a message says about offers, when it is nothing but a stop or a start word. Undefined for
 * every other one. Start words count only where the owner allows it.
 */
export function wordOnOffers(
  text: string,
  { stopWords, startWords, startCounts }: ConsentSettings,
): 'opt_out' | 'opt_in' | undefined {
  const said = foldWholeMessage(text);
  if (said === undefined) return undefined;
  if (has(stopWords, STOP, said)) return 'opt_out';
  return startCounts && has(startWords, START, said) ? 'opt_in' : undefined;
}

function has(own: readonly string[] | null, brought: ReadonlySet<string>, said: string): boolean {
  return (own === null ? brought : foldWords(own)).has(said);
}

/**
 * What somebody who opted out is told, in their language if the owner wrote it, else in that of the
 * word they used, else in the one that everybody gets.
 *
 * @param language BCP 47; null: not known
 */
export function confirmationFor(
  { confirmation, confirmations }: ConsentSettings,
  { language, said }: { readonly language: string | null; readonly said: string },
): string {
  const spoken = language?.split('-')[0] ?? languageOfStopWord(said);
  return (spoken === undefined ? undefined : confirmations[spoken]) ?? confirmation;
}
