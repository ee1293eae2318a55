import { blockOrUnblock } from '../../stores/block-chat.ts';
import { useChats } from '../../stores/chats.ts';
import { goToChat, useRoute } from '../../stores/route.ts';
import { clearSelection, useSelection } from '../../stores/selection.ts';
import { isUnread } from '../../stores/chat-view.ts';
import { doneAndNext, triage } from './triage/triage-chats.ts';
import { useCommand } from '../../app/commands/handlers.ts';

/** The commands that walk through the chats from wherever the focus is. */
export function useChatCommands(): void {
  useCommand('nextChat', () => step(1));
  useCommand('previousChat', () => step(-1));
  useCommand('nextUnread', goToNextUnread);
  useCommand('closeChat', closeOrClear);
  useCommand('doneAndNext', doneAndNext);
  useCommand('done', () => triage('done', useRoute.getState().chatId));
  useCommand('snoozeOpen', () => triage('snooze', useRoute.getState().chatId));
  useCommand('toggleUnread', () => triage('unread', useRoute.getState().chatId));
  useCommand('mute', () => triage('mute', useRoute.getState().chatId));
  useCommand('label', () => triage('label', useRoute.getState().chatId));
  useCommand('block', () => {
    const { open } = useChats.getState();
    if (open !== undefined) void blockOrUnblock(open);
  });
  useCommand('pin', () => triage('pin', useRoute.getState().chatId));
}

function closeOrClear(): void {
  if (useSelection.getState().chosen.size > 0) clearSelection();
  else goToChat(undefined);
}

function step(by: 1 | -1): void {
  const { rows } = useChats.getState();
  const { chatId } = useRoute.getState();
  const at = rows.findIndex((chat) => chat.id === chatId);
  const next = at === -1 ? rows[0] : rows[at + by];
  if (next !== undefined) goToChat(next.id);
}

function goToNextUnread(): void {
  const { rows } = useChats.getState();
  const { chatId } = useRoute.getState();
  const at = rows.findIndex((chat) => chat.id === chatId);
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const next = round.find((chat) => isUnread(chat) && chat.id !== chatId);
  if (next !== undefined) goToChat(next.id);
}
