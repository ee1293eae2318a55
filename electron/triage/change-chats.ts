import type { ChatId } from '#shared/ids.ts';
import { asId } from '#shared/ids.ts';
import type { ChatChange, FormerChat } from '#shared/triage.ts';
import type { Clock } from '../clock.ts';
import { setChatRead } from '../sending/mark-read.ts';
import { changeChat, formerChat, restoreChat } from '../store/chat-triage.ts';
import type { Store } from '../store/store.ts';
import type { SnoozeWatch } from './snooze-watch.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly snoozes: SnoozeWatch;
}

/** Does the same to every chat, in one transaction. Answers what it replaced, chat by chat. */
export function changeChats(
  { store, clock, snoozes }: Deps,
  chatIds: readonly ChatId[],
  change: ChatChange,
): FormerChat[] {
  const now = clock();
  const replaced = store.write((tx) => {
    const known = [...new Set(chatIds)].flatMap((id) => formerChat(tx, id, change.kind) ?? []);
    for (const { chatId } of known) {
      const id = asId<ChatId>(chatId);
      if (change.kind === 'mark_read') setChatRead(tx, id, now);
      else changeChat(tx, id, change, now);
    }
    return known;
  });
  snoozes.check();
  return replaced;
}

/** Undoes a change. What Meta was told in the meantime, such as that a chat was read, it keeps. */
export function restoreChats({ store, snoozes }: Deps, former: readonly FormerChat[]): void {
  store.write((tx) => {
    for (const chat of former) restoreChat(tx, chat);
  });
  snoozes.check();
}
