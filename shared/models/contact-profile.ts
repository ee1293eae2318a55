import type { ContactId } from '../ids.ts';

/** What the owner can read and write about a person. */
export interface ContactProfile {
  readonly id: ContactId;
  /** The owner's own name for them; null: the name below is shown. */
  readonly ownName: string | null;
  /** The name in the phone's address book, or the one they gave themselves on WhatsApp. */
  readonly givenName: string | null;
  readonly email: string | null;
  /** BCP 47, such as `pt-BR`; null: not known. */
  readonly language: string | null;
  readonly notes: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What is absent stays; null takes it away. */
export interface ContactChange {
  readonly ownName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly notes?: string | undefined;
}
