import { canReplyFreely, windowState } from '#shared/window.ts';
import type { Chat } from '#shared/models/chat.ts';
import { useNow } from '../../../ui/use-now.ts';
import { chooseComposer, composerMode, useNoteDrafts } from '../../../stores/note-drafts.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { NoteComposer } from '../notes/NoteComposer.tsx';
import { ClosedComposer } from './ClosedComposer.tsx';
import { OpenComposer } from './OpenComposer.tsx';

/** The field to write in, to the customer or for oneself, or the reason why there is none. */
export function Composer({ chat }: { readonly chat: Chat }) {
  const now = useNow();
  const mode = useNoteDrafts((state) => composerMode(state, chat));
  useCommand('note', () => chooseComposer(chat.id, mode === 'note' ? 'message' : 'note'));
  if (mode === 'note') return <NoteComposer chat={chat} />;
  if (chat.contact.isBlocked) return <ClosedComposer chat={chat} reason="blocked" />;
  if (canReplyFreely(chat.windowExpiresAt, now)) return <OpenComposer chat={chat} />;
  const hasWritten = windowState(chat.windowExpiresAt, now).kind === 'closed';
  return <ClosedComposer chat={chat} reason={hasWritten ? 'closed' : 'never'} />;
}
