import { create } from 'zustand';
import type { ContactId } from '#shared/ids.ts';

interface Merging {
  /** Who shall become one with somebody else; undefined while nobody asks. */
  readonly contactId: ContactId | undefined;
}

export const useMerging = create<Merging>()(() => ({ contactId: undefined }));

/** Opens the one dialog that makes a person one with another, from wherever they stand. */
export function askToMerge(contactId: ContactId): void {
  useMerging.setState({ contactId });
}

export function stopMerging(): void {
  useMerging.setState({ contactId: undefined });
}
