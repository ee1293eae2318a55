import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';

interface Snoozing {
  /** The chats for which the owner chooses an end; empty while nobody is asked. */
  readonly chatIds: readonly ChatId[];
}

export const useSnoozing = create<Snoozing>()(() => ({ chatIds: [] }));

export function askForSnooze(chatIds: readonly ChatId[]): void {
  useSnoozing.setState({ chatIds });
}
