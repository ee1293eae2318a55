import { create } from 'zustand';
import type { AccountId, ContactId } from '#shared/ids.ts';

export interface BlockQuestion {
  readonly contactIds: readonly ContactId[];
  /** The number that shall block them; undefined: the owner chooses. */
  readonly accountId: AccountId | undefined;
}

interface Blocking {
  /** Whom the owner is asked about; undefined while nobody asks. */
  readonly question: BlockQuestion | undefined;
}

export const useBlocking = create<Blocking>()(() => ({ question: undefined }));

/** Opens the one dialog that blocks people, from wherever they stand. */
export function askToBlock(contactIds: readonly ContactId[], accountId?: AccountId): void {
  const everybody = [...new Set(contactIds)];
  if (everybody.length > 0)
    useBlocking.setState({ question: { contactIds: everybody, accountId } });
}

export function stopBlocking(): void {
  useBlocking.setState({ question: undefined });
}
