import { useEffect } from 'react';
import { canReplyFreely, windowState } from '#shared/window.ts';
import type { Chat } from '#shared/models/chat.ts';
import { leaveRecording, useRecorder } from '../../../stores/recorder.ts';
import { useNow } from '../../../ui/use-now.ts';
import { RecorderBar } from '../voice/RecorderBar.tsx';
import { ClosedComposer } from './ClosedComposer.tsx';
import { OpenComposer } from './OpenComposer.tsx';

/** The field to write in, the recorder in its place, or the reason why there is neither. */
export function Composer({ chat }: { readonly chat: Chat }) {
  const now = useNow();
  const recording = useRecorder((state) => state.recording);
  useEffect(() => leaveRecording, []);
  if (recording.phase !== 'idle' && recording.phase !== 'failed' && recording.chatId === chat.id) {
    return <RecorderBar recording={recording} />;
  }
  if (chat.contact.isBlocked) return <ClosedComposer chat={chat} reason="blocked" />;
  if (canReplyFreely(chat.windowExpiresAt, now)) return <OpenComposer chat={chat} />;
  const hasWritten = windowState(chat.windowExpiresAt, now).kind === 'closed';
  return <ClosedComposer chat={chat} reason={hasWritten ? 'closed' : 'never'} />;
}
