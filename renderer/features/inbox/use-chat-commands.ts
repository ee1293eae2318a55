import { useChats } from '../../stores/chats.ts';
import { goToChat, useRoute } from '../../stores/route.ts';
import { useCommand } from '../../app/commands/handlers.ts';

/** The commands that walk through the chats from wherever the focus is. */
export function useChatCommands(): void {
  useCommand('nextChat', () => step(1));
  useCommand('previousChat', () => step(-1));
  useCommand('nextUnread', goToNextUnread);
  useCommand('closeChat', () => goToChat(undefined));
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
  const next = round.find((chat) => chat.unreadCount > 0 && chat.id !== chatId);
  if (next !== undefined) goToChat(next.id);
}
