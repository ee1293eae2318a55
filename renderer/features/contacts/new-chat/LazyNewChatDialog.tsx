import { Suspense, lazy } from 'react';
import { useCommand } from '../../../app/commands/handlers.ts';
import { askForNewChat, useNewChat } from '../../../stores/open-chat.ts';

const NewChatDialog = lazy(async () => {
  const module = await import('./NewChatDialog.tsx');
  return { default: module.NewChatDialog };
});

/** The dialog that begins a chat, fetched when it is first asked for. */
export function LazyNewChatDialog() {
  const isAsking = useNewChat((state) => state.isAsking);
  useCommand('newChat', () => askForNewChat(true));
  if (!isAsking) return null;
  return (
    <Suspense fallback={null}>
      <NewChatDialog />
    </Suspense>
  );
}
