import type { AccountId, BlockId, ContactId } from '../ids.ts';

/** Somebody whom one of our numbers has blocked, or once had. Times in milliseconds since 1970. */
export interface Block {
  readonly id: BlockId;
  readonly accountId: AccountId;
  readonly accountName: string;
  /** Null where the person's contact was deleted. */
  readonly contactId: ContactId | null;
  /** The best name there is; never empty. */
  readonly name: string;
  /** E.164 with `+`. */
  readonly phone: string | null;
  /** Digits only, as WhatsApp writes it. */
  readonly waId: string | null;
  readonly bsuid: string | null;
  /**
   * `refused`: WhatsApp did not take the block. `changed`: what a block was before it got another
   * reason or end.
   */
  readonly state: 'active' | 'ended' | 'refused' | 'changed';
  readonly reason: string;
  readonly blockedBy: BlockActor;
  readonly blockedAt: number;
  /** When the block ends by itself; null: it stays. */
  readonly until: number | null;
  readonly unblockedAt: number | null;
  readonly unblockedBy: BlockActor | null;
  /** What WhatsApp last said against blocking or unblocking, in words. */
  readonly problem: string | null;
}

/**
 * Who blocked or unblocked: the owner on a screen, a program over the API, the time that was set,
 * somebody by another program (found by a sync), two contacts that became one, or a change after
 * which the block goes on with another reason or end.
 */
export type BlockActor = 'owner' | 'api' | 'time' | 'elsewhere' | 'merge' | 'change';

/** What became of one person when many were blocked or unblocked. */
export interface BlockOutcome {
  /** The block that stands now, or ended; null where there is none. */
  readonly blockId: BlockId | null;
  readonly contactId: ContactId | null;
  readonly name: string;
  readonly phone: string | null;
  readonly status: 'blocked' | 'unblocked' | 'failed';
  /** Null where it worked. */
  readonly error: BlockProblem | null;
}

export interface BlockProblem {
  /** Meta's error code; null when the request never got an answer. */
  readonly code: number | null;
  readonly title: string;
  readonly advice: string;
}

/** The block list of one of our numbers, in short. */
export interface BlockedNumber {
  readonly accountId: AccountId;
  /** How many people are blocked now, as far as Frontdesk knows. */
  readonly active: number;
  /** When it was last compared with WhatsApp’s own, in milliseconds since 1970; null: never. */
  readonly comparedAt: number | null;
}

export const SYNC_SIDES = ['newThere', 'goneThere', 'unknownHere'] as const;
export type BlockSyncSideName = (typeof SYNC_SIDES)[number];

/** What a sync would change, before it does. */
export interface BlockSyncPreview {
  readonly accountId: AccountId;
  /** How many people WhatsApp has on its list. */
  readonly total: number;
  /** Blocked there and not here, and known here. */
  readonly newThere: BlockSyncSide;
  /** Blocked here and not there any more. */
  readonly goneThere: BlockSyncSide;
  /** Blocked there, and nobody here knows them. */
  readonly unknownHere: BlockSyncSide;
  /** Names exactly this difference, for `blocks.applySync`. */
  readonly fingerprint: string;
}

export interface BlockSyncSide {
  readonly count: number;
  /** The first of them, at most 200. */
  readonly people: readonly BlockSyncPerson[];
}

export interface BlockSyncPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly bsuid: string | null;
}

export interface BlockSyncResult {
  readonly accountId: AccountId;
  /** Rows that were added, for people known here and unknown. */
  readonly added: number;
  readonly ended: number;
  /** How many people are blocked now, here as there. */
  readonly total: number;
}

/** Whether a person can be blocked at this moment, told before anybody asks WhatsApp. */
export interface BlockForecast {
  readonly contactId: ContactId;
  readonly name: string;
  /** E.164 with `+`. */
  readonly phone: string | null;
  /** By this number, already: blocking again writes another reason and end. */
  readonly isBlocked: boolean;
  readonly canBlock: boolean;
  /** Why not, in words; null when they can be. */
  readonly reason: string | null;
}
