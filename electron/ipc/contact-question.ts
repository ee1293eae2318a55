import type { CheckedInput } from '#shared/contract.ts';
import { phonePrefixOf } from '../people/phone-rules.ts';
import type { ContactQuestion } from '../store/contact-question.ts';

type Filter = CheckedInput<'contacts.page'>['filter'];

/** What the screen asks for, as the store asks it. Throws FrontdeskError `bad_input`. */
export function contactQuestion(text: string | null, filter: Filter, now: number): ContactQuestion {
  const { labelId, optedOut, isBlocked, language, country, isWindowOpen } = filter;
  return {
    text,
    labelId: labelId ?? null,
    optedOut: optedOut ?? null,
    isBlocked: isBlocked ?? null,
    language: language ?? null,
    phonePrefix: country === undefined ? null : phonePrefixOf(country),
    window: isWindowOpen === undefined ? null : { isOpen: isWindowOpen, now },
  };
}
