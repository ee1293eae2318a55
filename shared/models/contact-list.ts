import type { Contact } from './contact.ts';

/** What people can be told apart by, the most frequent first. */
export interface ContactFacets {
  readonly languages: readonly LanguageFacet[];
  readonly countries: readonly CountryFacet[];
}

export interface LanguageFacet {
  /** BCP 47. */
  readonly language: string;
  readonly people: number;
}

/** By how numbers begin: some countries share that. */
export interface CountryFacet {
  /** The main country of the code, two letters of ISO 3166. */
  readonly country: string;
  /** With `+`. */
  readonly callingCode: string;
  readonly people: number;
}

/** What a number that is being typed comes to. */
export type PhoneCheck =
  | {
      readonly kind: 'number';
      /** E.164 with `+`. */
      readonly phone: string;
      /** As people of its country write it, with `+`. */
      readonly written: string;
      /** Two letters of ISO 3166; null where several share the code and the number does not say. */
      readonly country: string | null;
      /** Who has it already. */
      readonly holder: Contact | null;
    }
  /** It has no country code, and nobody said from which country it is. */
  | { readonly kind: 'no_country' }
  | { readonly kind: 'refused'; readonly reason: string };
