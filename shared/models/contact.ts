import type { ContactId } from '../ids.ts';
import type { Label } from './label.ts';

/** A row of the contact list. Times in milliseconds since 1970. */
export interface Contact {
  readonly id: ContactId;
  /** The best name there is; never empty. */
  readonly name: string;
  /** What the list sorts names by, letter by letter as numbered by Unicode; nameless people last. */
  readonly sortName: string;
  /** E.164 with `+`; null for people known only by their business-scoped user id. */
  readonly phone: string | null;
  readonly username: string | null;
  readonly bsuid: string | null;
  readonly email: string | null;
  /** BCP 47; null: not known. */
  readonly language: string | null;
  readonly labels: readonly Label[];
  readonly optedOut: boolean;
  /** At one of our numbers at least. */
  readonly isBlocked: boolean;
  /** Null: nobody ever wrote. */
  readonly latestMessageAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const CONTACT_ORDERS = ['name', 'latest_message', 'created'] as const;
export type ContactOrder = (typeof CONTACT_ORDERS)[number];
