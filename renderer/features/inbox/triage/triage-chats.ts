import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { isSnoozed } from '../../../stores/chat-view.ts';
import { useChats } from '../../../stores/chats.ts';
import { askForLabels } from '../../../stores/labels.ts';
import { goToChat, useRoute } from '../../../stores/route.ts';
import { useSelection } from '../../../stores/selection.ts';
import { askForSnooze } from '../../../stores/snoozing.ts';
import { changeChats, toggled } from '../../../stores/triage.ts';

export type TriageAction = 'pin' | 'mute' | 'done' | 'unread' | 'snooze' | 'label';

/** The chosen rows; where none is chosen, `fallback`: the row in focus, or the open chat. */
function targets(fallback: ChatId | undefined): Chat[] {
  const { chosen } = useSelection.getState();
  const { rows, open } = useChats.getState();
  const wanted = chosen.size > 0 ? chosen : new Set(fallback === undefined ? [] : [fallback]);
  const shown = new Map([...rows, ...(open === undefined ? [] : [open])].map((c) => [c.id, c]));
  return [...shown.values()].filter(({ id }) => wanted.has(id));
}

export function triage(action: TriageAction, fallback: ChatId | undefined): void {
  const chats = targets(fallback);
  if (chats.length === 0) return;
  const ids = chats.map(({ id }) => id);
  if (action === 'label') return askForLabels(ids);
  if (action === 'snooze' && !chats.every(isSnoozed)) askForSnooze(ids);
  else void changeChats(ids, toggled(chats, action));
  // A chat that lies open would be read again at once.
  const isOpenOne = ids.some((id) => id === useRoute.getState().chatId);
  if (action === 'unread' && isOpenOne && toggled(chats, action).kind === 'mark_unread') {
    goToChat(undefined);
  }
}

/** Resolves the open chat and opens the one below it. */
export function doneAndNext(): void {
  const { chatId } = useRoute.getState();
  if (chatId === undefined) return;
  const { rows } = useChats.getState();
  const at = rows.findIndex(({ id }) => id === chatId);
  const next = rows[at + 1] ?? rows[at - 1];
  void changeChats([chatId], { kind: 'resolve' });
  goToChat(next?.id);
}
