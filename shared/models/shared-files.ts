import type { Message } from './message.ts';

/** What a chat holds besides words: pictures and videos, links, documents. */
export const SHARED_KINDS = ['media', 'links', 'documents'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** Newest first. Of links, each message may have none or several: a candidate need not be one. */
export interface SharedPage {
  readonly messages: readonly Message[];
  readonly nextCursor: string | null;
}

export type SharedCounts = Readonly<Record<SharedKind, number>>;
