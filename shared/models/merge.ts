import type { ContactId, MergeId } from '../ids.ts';
import type { Label } from './label.ts';

/**
 * Why two contacts may be one person: one number in two ways of writing it, one e-mail address, or
 * one full name where one of them has no number.
 */
export type MergeReason =
  | { readonly kind: 'phone'; readonly phones: readonly [string, string] }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'name'; readonly name: string };

/** One of two people, or what they would be together. Times in milliseconds since 1970. */
export interface MergeSide {
  /** The best name there is; never empty. */
  readonly name: string;
  /** All that they go by now, E.164 with `+`. */
  readonly phones: readonly string[];
  readonly username: string | null;
  readonly email: string | null;
  readonly labels: readonly Label[];
  /** With how many of our numbers they have a chat. */
  readonly chats: number;
  readonly messages: number;
  readonly notes: string;
  /** Null: they never said. */
  readonly consent: { readonly kind: 'opt_in' | 'opt_out'; readonly at: number } | null;
  readonly isOptedOut: boolean;
  readonly isBlocked: boolean;
  readonly createdAt: number;
}

export interface MergeSuggestion {
  /** The one who would stay comes first. */
  readonly contactIds: readonly [ContactId, ContactId];
  readonly names: readonly [string, string];
  readonly reason: MergeReason;
}

export interface MergeSuggestions {
  /** The surest first; at most a hundred. */
  readonly suggestions: readonly MergeSuggestion[];
  /** How many there are in all. */
  readonly total: number;
}

export interface MergePreview {
  /** The one who stays comes first. */
  readonly contactIds: readonly [ContactId, ContactId];
  readonly people: readonly [MergeSide, MergeSide];
  readonly together: MergeSide;
  /** Why they can't be made one, in words; null when they can. */
  readonly refusal: string | null;
}

export interface MergeRecord {
  readonly id: MergeId;
  readonly keptId: ContactId;
  readonly goneId: ContactId;
  /** What the two were called, the one who stayed first. */
  readonly names: readonly [string, string];
  /** `whatsapp`: it named both in one message. */
  readonly mergedBy: 'whatsapp' | 'owner';
  readonly at: number;
  readonly undoneAt: number | null;
  /** Why it can't be undone, in words; null when it can, or was. */
  readonly refusal: string | null;
}
