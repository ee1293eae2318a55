import { useEffect } from 'react';
import type { Chat } from '#shared/models/chat.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { chooseComposer, composerMode, useNoteDrafts } from '../../../stores/note-drafts.ts';
import { leaveRecording, useRecorder } from '../../../stores/recorder.ts';
import { pickTemplate } from '../../../stores/template-picker.ts';
import { useWindowOpen } from '../../../ui/use-window-open.ts';
import { NoteComposer } from '../notes/NoteComposer.tsx';
import { RecorderBar } from '../voice/RecorderBar.tsx';
import { BlockedComposer } from './BlockedComposer.tsx';
import { ClosedComposer } from './ClosedComposer.tsx';
import { NoOffers } from './NoOffers.tsx';
import { OpenComposer } from './OpenComposer.tsx';

/**
 * The field to write in, to the customer or for oneself, the recorder in its place, or the reason
 * why there is none of them.
 */
export function Composer({ chat }: { readonly chat: Chat }) {
  const isOpen = useWindowOpen(chat.windowExpiresAt);
  const mode = useNoteDrafts((state) => composerMode(state, chat));
  const recording = useRecorder((state) => state.recording);
  useCommand('note', () => chooseComposer(chat.id, mode === 'note' ? 'message' : 'note'));
  useCommand('template', () => pickTemplate(chat.id));
  useEffect(() => leaveRecording, []);
  if (recording.phase !== 'idle' && recording.phase !== 'failed' && recording.chatId === chat.id) {
    return <RecorderBar recording={recording} />;
  }
  if (mode === 'note') return <NoteComposer chat={chat} />;
  if (chat.contact.isBlocked) return <BlockedComposer chat={chat} />;
  if (isOpen) return <OpenComposer chat={chat} />;
  return (
    <ClosedComposer chat={chat} reason={chat.windowExpiresAt === null ? 'never' : 'closed'}>
      <NoOffers chat={chat} />
    </ClosedComposer>
  );
}
