import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';

interface Muting {
  /** The chats for which the owner chooses how long; empty while nobody is asked. */
  readonly chatIds: readonly ChatId[];
}

export const useMuting = create<Muting>()(() => ({ chatIds: [] }));

export function askForMute(chatIds: readonly ChatId[]): void {
  useMuting.setState({ chatIds });
}
