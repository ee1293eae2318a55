import type { CheckedInput } from '#shared/contract.ts';
import type { Clock } from '../clock.ts';
import { phonePrefixOf } from '../people/phone-rules.ts';
import { requireSegment } from '../segments/segment-book.ts';
import type { ContactQuestion } from '../store/contact-question.ts';
import type { Reader } from '../store/store.ts';

interface Deps {
  readonly store: Reader;
  readonly clock: Clock;
}

type Filter = CheckedInput<'contacts.page'>['filter'];

/**
 * What the screen asks for, as the store asks it. Throws FrontdeskError `bad_input` for a country
 * and `not_found` for a segment that there is not.
 */
export function contactQuestion(
  { store, clock }: Deps,
  text: string | null,
  filter: Filter,
): ContactQuestion {
  const { labelId, optedOut, isBlocked, language, country, isWindowOpen, segmentId } = filter;
  const now = clock();
  return {
    text,
    labelId: labelId ?? null,
    optedOut: optedOut ?? null,
    isBlocked: isBlocked ?? null,
    language: language ?? null,
    phonePrefix: country === undefined ? null : phonePrefixOf(country),
    window: isWindowOpen === undefined ? null : { isOpen: isWindowOpen, now },
    segment:
      segmentId === undefined ? null : { rules: requireSegment(store, segmentId).rules, now },
  };
}
