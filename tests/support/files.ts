import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { FileNote } from '#shared/file-door.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import { systemClock } from '#electron/clock.ts';
import { attachFile } from '#electron/media/attach-file.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import type { MediaFolder } from '#electron/media/folder.ts';
import type { Store } from '#electron/store/store.ts';

/** A media folder of one test's own, ready to be written into. */
export async function mediaFolder(): Promise<MediaFolder & { readonly home: string }> {
  const home = mkdtempSync(join(tmpdir(), 'frontdesk-files-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const folder = createMediaFolder(home);
  await folder.prepare();
  return { ...folder, home };
}

const BEGINNINGS = {
  jpeg: '\xff\xd8\xff\xe0',
  png: '\x89PNG\r\n\x1a\n',
  gif: 'GIF89a',
  webp: 'RIFF\0\0\0\0WEBPVP8 ',
  bmp: 'BM\x3a\0\0\0\0\0\0\0',
  heic: '\0\0\0\x18ftypheic',
  mp4: '\0\0\0\x18ftypisom',
  mov: '\0\0\0\x14ftypqt  ',
  ogg: `OggS${'\0'.repeat(24)}OpusHead`,
  vorbis: `OggS${'\0'.repeat(24)}\x01vorbis`,
  mp3: 'ID3\x04',
  pdf: '%PDF-1.7\n',
  zip: 'PK\x03\x04evil.exe',
  docx: 'PK\x03\x04[Content_Types].xml word/document.xml',
  exe: 'MZ\x90\0\x03',
} as const;

export type SampleKind = keyof typeof BEGINNINGS;

/** Bytes that are this kind of file at first sight, different with every call. */
export function sample(kind: SampleKind, bytes = 200): Buffer {
  const head = Buffer.from(BEGINNINGS[kind], 'latin1');
  return Buffer.concat([head, randomBytes(Math.max(0, bytes - head.length))]);
}

/** Puts a file into a chat's field, as the page does. */
export function attach(
  store: Store,
  folder: MediaFolder,
  chatId: ChatId,
  bytes: Buffer,
  note: Partial<Omit<FileNote, 'chatId'>> = {},
): Promise<Attachment> {
  return attachFile({ store, folder, clock: systemClock }, Readable.from([bytes]), {
    chatId,
    name: 'a file',
    declared: '',
    isVoice: false,
    wish: null,
    ...note,
  });
}
