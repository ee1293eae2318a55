import { useShallow } from 'zustand/react/shallow';
import type { ChatId } from '#shared/ids.ts';
import { attachmentsOf, removeAttachment, useAttachments } from '../../../stores/attachments.ts';
import { VoiceDraft } from './VoiceDraft.tsx';

/** The voice messages that wait in this chat's field. */
export function VoiceDrafts({ chatId }: { readonly chatId: ChatId }) {
  const drafts = useAttachments(
    useShallow((state) => attachmentsOf(state, chatId).filter(({ isVoice }) => isVoice)),
  );
  return drafts.map((draft) => (
    <VoiceDraft
      key={draft.id}
      url={window.frontdesk.shell.mediaUrl(draft.file.id)}
      bytes={draft.file.bytes ?? 0}
      onRemove={() => void removeAttachment(draft)}
    />
  ));
}
