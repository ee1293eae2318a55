import { FrontdeskError } from '#shared/errors.ts';
import type { AttachmentId } from '#shared/ids.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import type { Clock } from '../clock.ts';
import { sendFiles } from '../sending/send-files.ts';
import {
  captionAttachment,
  findAttachment,
  listAttachments,
  moveAttachment,
  removeAttachment,
} from '../store/draft-attachments.ts';
import { findMessage } from '../store/messages.ts';
import type { Reader, Store } from '../store/store.ts';
import { readPreferences } from './preferences.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type AttachmentCommand =
  | 'attachments.list'
  | 'attachments.caption'
  | 'attachments.move'
  | 'attachments.remove'
  | 'messages.sendFiles';

export function attachmentHandlers(deps: Deps): Pick<Handlers, AttachmentCommand> {
  const { store } = deps;
  return {
    'attachments.list': ({ chatId }) => listAttachments(store, chatId),
    'attachments.caption': ({ attachmentId, caption }) => {
      if (!store.write((tx) => captionAttachment(tx, attachmentId, caption))) throw gone();
      return null;
    },
    'attachments.move': ({ attachmentId, position }) =>
      store.write((tx) => {
        const attachment = requireAttachment(tx, attachmentId);
        moveAttachment(tx, attachment, position);
        return listAttachments(tx, attachment.chatId);
      }),
    'attachments.remove': ({ attachmentId }) => {
      store.write((tx) => removeAttachment(tx, requireAttachment(tx, attachmentId)));
      return null;
    },
    'messages.sendFiles': (files) => {
      const delayMs = readPreferences(store).sendDelaySeconds * 1000;
      return sendFiles(deps, { ...files, delayMs })
        .map((id) => findMessage(store, id))
        .filter((message) => message !== undefined);
    },
  };
}

function requireAttachment(db: Reader, id: AttachmentId): Attachment {
  const attachment = findAttachment(db, id);
  if (attachment === undefined) throw gone();
  return attachment;
}

function gone(): FrontdeskError {
  return new FrontdeskError('not_found', 'This file is not in the field any more.');
}
