import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { savedName } from '#shared/media-name.ts';
import type { Clock } from '../clock.ts';
import { findServedMedia } from '../store/served-media.ts';
import type { ServedMedia } from '../store/served-media.ts';
import { missFile } from '../store/media-downloads.ts';
import type { Store } from '../store/store.ts';
import { readRange } from './byte-range.ts';
import type { ByteRange } from './byte-range.ts';
import type { MediaFolder } from './folder.ts';

export interface MediaRequest {
  /** As it stands in the address. */
  readonly id: string;
  readonly range: string | undefined;
  /** To be saved, not shown. */
  readonly isDownload: boolean;
}

export interface MediaAnswer {
  readonly status: 200 | 206 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Opens the bytes to be sent; null when there are none. */
  readonly open: (() => Readable) | null;
}

/** A file on the disk and the name under which a person would save it. */
export interface SavableFile {
  readonly path: string;
  readonly name: string;
}

/** Gives files to the page by their id; no path and no name from outside ever leads to one. */
export interface MediaShelf {
  answer(request: MediaRequest): Promise<MediaAnswer>;
  /** Undefined while the file is not here. */
  find(id: MediaId): SavableFile | undefined;
}

interface Dependencies {
  readonly store: Store;
  readonly folder: Pick<MediaFolder, 'pathOf'>;
  readonly clock: Clock;
}

const GONE = 'It is no longer in the media folder of this computer.';
const CHANGED = 'It was changed in the media folder of this computer.';

/** Even if a file were shown as a page of its own, nothing in it could run or reach anything. */
const HARMLESS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Referrer-Policy': 'no-referrer',
} as const;

/** What is under an id never changes. */
const STAYS = { 'Cache-Control': 'private, max-age=31536000, immutable' } as const;

export const NOT_HERE: MediaAnswer = {
  status: 404,
  headers: { ...HARMLESS, 'Cache-Control': 'no-store' },
  open: null,
};

export function createMediaShelf({ store, folder, clock }: Dependencies): MediaShelf {
  function find(id: MediaId): { readonly media: ServedMedia; readonly path: string } | undefined {
    const media = findServedMedia(store, id);
    return media && { media, path: folder.pathOf(media.sha256) };
  }

  return {
    async answer({ id, range, isDownload }) {
      if (!/^[1-9]\d{0,14}$/.test(id)) return NOT_HERE;
      const found = find(asId<MediaId>(Number(id)));
      if (found === undefined) return NOT_HERE;
      const size = await sizeOf(found.path);
      if (size === undefined || size !== (found.media.bytes ?? size)) {
        const words = size === undefined ? GONE : CHANGED;
        store.write((tx) => missFile(tx, asId<MediaId>(Number(id)), words, clock()));
        return NOT_HERE;
      }
      const headers = headersOf(found.media, Number(id), isDownload);
      return answerWith(found.path, size, readRange(range, size), headers);
    },
    find(id) {
      const found = find(id);
      return found && { path: found.path, name: savedName(found.media, id) };
    },
  };
}

/** Undefined when there is no such file. */
export async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

/** Gives all of a file, or the part that was asked for. */
export function answerWith(
  path: string,
  size: number,
  range: ByteRange | 'unsatisfiable' | undefined,
  headers: Readonly<Record<string, string>>,
): MediaAnswer {
  if (range === 'unsatisfiable') {
    return {
      status: 416,
      headers: { ...HARMLESS, 'Content-Range': `bytes */${size}`, 'Cache-Control': 'no-store' },
      open: null,
    };
  }
  if (range === undefined) {
    return {
      status: 200,
      headers: { ...STAYS, ...HARMLESS, ...headers, 'Content-Length': String(size) },
      open: () => createReadStream(path),
    };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...STAYS,
      ...HARMLESS,
      ...headers,
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Content-Length': String(end - start + 1),
    },
    open: () => createReadStream(path, { start, end }),
  };
}

function headersOf(media: ServedMedia, id: number, isDownload: boolean): Record<string, string> {
  const isShown = media.shownType !== null && !isDownload;
  const name = encodeURIComponent(savedName(media, id)).replaceAll(/['()*]/g, percent);
  return {
    'Content-Type': media.shownType ?? 'application/octet-stream',
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Accept-Ranges': 'bytes',
  };
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
