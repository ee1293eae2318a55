import { Suspense, lazy } from 'react';
import { useChats } from '../../../stores/chats.ts';
import { useTemplatePicker } from '../../../stores/template-picker.ts';

const TemplatePicker = lazy(async () => {
  const module = await import('./TemplatePicker.tsx');
  return { default: module.TemplatePicker };
});

/** Fetched when a template is chosen for the first time. */
export function LazyTemplatePicker() {
  const chatId = useTemplatePicker((state) => state.chatId);
  const chat = useChats((state) => state.open);
  if (chat === undefined || chat.id !== chatId) return null;
  return (
    <Suspense fallback={null}>
      <TemplatePicker chat={chat} />
    </Suspense>
  );
}
