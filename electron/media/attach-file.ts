import { FrontdeskError } from '#shared/errors.ts';
import type { FileNote } from '#shared/file-door.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import type { Clock } from '../clock.ts';
import { findChat } from '../store/chats.ts';
import { addAttachment, findAttachment } from '../store/draft-attachments.ts';
import { addOwnFile } from '../store/own-files.ts';
import type { Reader, Store } from '../store/store.ts';
import type { MediaFolder } from './folder.ts';
import { takeFile } from './take-file.ts';

interface Dependencies {
  readonly store: Store;
  readonly folder: Pick<MediaFolder, 'begin'>;
  readonly clock: Clock;
}

/**
 * Puts a file into a chat's field, where it survives whatever happens until it is sent or removed.
 * Throws FrontdeskError `not_found`, or as `takeFile` does.
 */
export async function attachFile(
  { store, folder, clock }: Dependencies,
  body: AsyncIterable<Uint8Array>,
  note: FileNote & { readonly chatId: ChatId },
): Promise<Attachment> {
  const { chatId } = note;
  requireChat(store, chatId);
  const taken = await takeFile(folder, body, note);
  return store.write((tx) => {
    // Two threads of one person may have become one meanwhile.
    requireChat(tx, chatId);
    const mediaId = addOwnFile(tx, taken, clock());
    const id = addAttachment(tx, chatId, { mediaId, sendAs: taken.sendAs });
    const attachment = findAttachment(tx, id);
    if (attachment === undefined) throw new Error('A file that was just attached is not there.');
    return attachment;
  });
}

function requireChat(db: Reader, chatId: ChatId): void {
  if (findChat(db, chatId) !== undefined) return;
  throw new FrontdeskError('not_found', 'This chat is not there any more. Open it from the list.');
}
