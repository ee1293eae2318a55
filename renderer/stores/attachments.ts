import { create } from 'zustand';
import { contentType, HEAD_BYTES } from '#shared/attachments/content-type.ts';
import { planFile } from '#shared/attachments/plan.ts';
import type { FileOffer, FileProblem, SendKind } from '#shared/attachments/plan.ts';
import type { AttachmentId, ChatId } from '#shared/ids.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import { call } from './core.ts';
import { transferFile } from './file-transfer.ts';
import { smallerPicture } from './smaller-picture.ts';

/** A file that is not in the field yet: on its way there, or it can't get there as it is. */
export interface PendingFile {
  readonly key: string;
  readonly chatId: ChatId;
  readonly file: File;
  readonly isVoice: boolean;
  readonly state: PendingState;
}

type PendingState =
  | { readonly kind: 'taking'; readonly share: number; readonly cancel: () => void }
  | { readonly kind: 'converting' }
  | {
      readonly kind: 'problem';
      readonly problem: FileProblem;
      readonly offers: readonly FileOffer[];
    }
  | { readonly kind: 'unreadable' }
  /** In the core's words. */
  | { readonly kind: 'failed'; readonly reason: string };

interface Attachments {
  /** What stands in the fields of chats, as far as it was asked for. */
  readonly files: ReadonlyMap<ChatId, readonly Attachment[]>;
  readonly pending: readonly PendingFile[];
  /** Captions that were typed and are not with the core yet. */
  readonly captions: ReadonlyMap<AttachmentId, string>;
  readonly timer: number | undefined;
}

export const useAttachments = create<Attachments>()(() => ({
  files: new Map(),
  pending: [],
  captions: new Map(),
  timer: undefined,
}));

const NONE: readonly Attachment[] = [];

export function attachmentsOf(state: Attachments, chatId: ChatId): readonly Attachment[] {
  return state.files.get(chatId) ?? NONE;
}

export async function loadAttachments(chatId: ChatId): Promise<void> {
  const result = await call('attachments.list', { chatId });
  if (result.ok) showFiles(chatId, result.data);
}

function showFiles(chatId: ChatId, files: readonly Attachment[]): void {
  useAttachments.setState((now) => ({ files: new Map(now.files).set(chatId, files) }));
}

/**
 * Puts a file into a chat's field, where it stays until it is sent or removed, whatever happens.
 * Answers whether it is there; where not, the field says why and what can be done.
 */
export async function attachFile(
  chatId: ChatId,
  file: File,
  { isVoice = false }: { readonly isVoice?: boolean } = {},
): Promise<boolean> {
  return await takeIn(addPending(chatId, file, isVoice), file, null);
}

/** Several at once, one after the other, so that they stand as they were given. */
export async function attachFiles(chatId: ChatId, files: readonly File[]): Promise<void> {
  const waiting = files.map((file) => ({ file, pending: addPending(chatId, file, false) }));
  for (const { file, pending } of waiting) {
    if (isPending(pending.key)) await takeIn(pending, file, null);
  }
}

/** Whether files of this chat are still on their way into the field. */
export function isTakingFiles({ pending }: Attachments, chatId: ChatId): boolean {
  return pending.some(
    ({ chatId: of, state }) =>
      of === chatId && (state.kind === 'taking' || state.kind === 'converting'),
  );
}

/** Does what was offered about a file that can't go as it is. */
export async function acceptOffer(pending: PendingFile, offer: FileOffer): Promise<void> {
  if (offer === 'document') {
    await takeIn(pending, pending.file, 'document');
    return;
  }
  if (offer === 'convert_sound') {
    await convertSound(pending);
    return;
  }
  setPending(pending.key, { kind: 'converting' });
  const smaller = await smallerPicture(pending.file);
  if (smaller === undefined) setPending(pending.key, { kind: 'unreadable' });
  else await takeIn(pending, smaller, null);
}

async function convertSound(pending: PendingFile): Promise<void> {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  const show = (share: number) => setPending(pending.key, { kind: 'taking', share, cancel });
  show(0);
  const { toOggOpus } = await import('../sound/to-ogg-opus.ts');
  const made = await toOggOpus(pending.file, pending.file.name, show, stop.signal);
  if (made.ok) await takeIn(pending, made.file, null);
  else if (made.problem === 'unreadable') setPending(pending.key, { kind: 'unreadable' });
}

/** Forgets a file that is not in the field yet; what is on its way stops. */
export function dropPending({ key, state }: PendingFile): void {
  if (state.kind === 'taking') state.cancel();
  useAttachments.setState((now) => ({ pending: now.pending.filter((each) => each.key !== key) }));
}

export async function removeAttachment({ id, chatId }: Attachment): Promise<void> {
  await call('attachments.remove', { attachmentId: id });
  await loadAttachments(chatId);
}

/** @param position counted from 0 */
export async function moveAttachment({ id, chatId }: Attachment, position: number): Promise<void> {
  const result = await call('attachments.move', { attachmentId: id, position });
  if (result.ok) showFiles(chatId, result.data);
}

const SAVE_AFTER_MS = 400;

export function writeCaption(id: AttachmentId, caption: string): void {
  const { captions, timer } = useAttachments.getState();
  window.clearTimeout(timer);
  useAttachments.setState({
    captions: new Map(captions).set(id, caption),
    timer: window.setTimeout(() => void saveCaptions(), SAVE_AFTER_MS),
  });
}

/** Hands every caption that was typed to the core now. */
export async function saveCaptions(): Promise<void> {
  const { captions, timer } = useAttachments.getState();
  window.clearTimeout(timer);
  await Promise.all(
    [...captions].map(async ([attachmentId, caption]) => {
      const result = await call('attachments.caption', { attachmentId, caption });
      // One that is gone needs no caption; one that could not be saved is saved with the next.
      if (result.ok || result.error.code === 'not_found') forgetCaption(attachmentId, caption);
    }),
  );
}

function forgetCaption(id: AttachmentId, saved: string): void {
  useAttachments.setState(({ captions, files }) => {
    const left = new Map(captions);
    if (left.get(id) === saved) left.delete(id);
    return {
      captions: left,
      files: new Map(
        [...files].map(([chatId, all]) => [
          chatId,
          all.map((each) => (each.id === id ? { ...each, caption: saved } : each)),
        ]),
      ),
    };
  });
}

async function takeIn(
  { key, chatId, isVoice }: PendingFile,
  file: File,
  wish: SendKind | null,
): Promise<boolean> {
  const mimeType = await typeOf(file);
  if (mimeType === undefined) {
    setPending(key, { kind: 'unreadable' });
    return false;
  }
  const plan = planFile({ mimeType, bytes: file.size }, wish);
  if (plan.kind === 'problem') {
    setPending(key, plan);
    return false;
  }
  const note = { chatId, name: file.name, declared: file.type, isVoice, wish };
  const transfer = transferFile(note, file, (share) => {
    setPending(key, { kind: 'taking', share, cancel: transfer.cancel });
  });
  setPending(key, { kind: 'taking', share: 0, cancel: transfer.cancel });
  const result = await transfer.done;
  if (result?.ok === false) {
    setPending(key, { kind: 'failed', reason: result.error.message });
    return false;
  }
  await loadAttachments(chatId);
  useAttachments.setState((now) => ({ pending: now.pending.filter((each) => each.key !== key) }));
  return result !== undefined;
}

/** Null: none of the types that Frontdesk knows. Undefined: it can't be read, as a folder can't. */
async function typeOf(file: File): Promise<string | null | undefined> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return contentType(head, { name: file.name, declared: file.type });
  } catch {
    return undefined;
  }
}

function addPending(chatId: ChatId, file: File, isVoice: boolean): PendingFile {
  const state = { kind: 'taking', share: 0, cancel: () => undefined } as const;
  const pending = { key: crypto.randomUUID(), chatId, file, isVoice, state };
  useAttachments.setState((now) => ({ pending: [...now.pending, pending] }));
  return pending;
}

function isPending(key: string): boolean {
  return useAttachments.getState().pending.some((each) => each.key === key);
}

function setPending(key: string, state: PendingState): void {
  useAttachments.setState((now) => ({
    pending: now.pending.map((each) => (each.key === key ? { ...each, state } : each)),
  }));
}
