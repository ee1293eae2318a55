import { canReplyFreely, windowState } from '#shared/window.ts';
import type { Chat } from '#shared/models/chat.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ClosedComposer } from './ClosedComposer.tsx';
import { OpenComposer } from './OpenComposer.tsx';

/** The field to write in, or the reason why there is none. */
export function Composer({ chat }: { readonly chat: Chat }) {
  const now = useNow();
  if (chat.contact.isBlocked) return <ClosedComposer chat={chat} reason="blocked" />;
  if (canReplyFreely(chat.windowExpiresAt, now)) return <OpenComposer chat={chat} />;
  const hasWritten = windowState(chat.windowExpiresAt, now).kind === 'closed';
  return <ClosedComposer chat={chat} reason={hasWritten ? 'closed' : 'never'} />;
}
