import type { Chat } from '#shared/models/chat.ts';
import { useWindowOpen } from '../../../ui/use-window-open.ts';
import { ClosedComposer } from './ClosedComposer.tsx';
import { OpenComposer } from './OpenComposer.tsx';

/** The field to write in, or the reason why there is none. */
export function Composer({ chat }: { readonly chat: Chat }) {
  const isOpen = useWindowOpen(chat.windowExpiresAt);
  if (chat.contact.isBlocked) return <ClosedComposer chat={chat} reason="blocked" />;
  if (isOpen) return <OpenComposer chat={chat} />;
  return <ClosedComposer chat={chat} reason={chat.windowExpiresAt === null ? 'never' : 'closed'} />;
}
