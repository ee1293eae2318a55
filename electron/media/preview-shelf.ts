import { createHash } from 'node:crypto';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import { forgetPreview, keepPreview, previewSource } from '../store/media-previews.ts';
import type { PreviewFacts, PreviewSource } from '../store/media-previews.ts';
import type { Store } from '../store/store.ts';
import type { MediaFolder } from './folder.ts';
import { pictureSize } from './picture-size.ts';
import { answerWith, NOT_HERE, sizeOf } from './served-file.ts';
import type { MediaAnswer } from './served-file.ts';
import { shownType } from './shown-type.ts';

/** Far more than a picture of these sides needs. */
export const MAX_PREVIEW_BYTES = 400 * 1024;
const LONGEST_SIDE = 1024;
const MAX_PAGES = 100_000;
const MAX_DURATION_MS = 7 * 24 * 3_600_000;

/** Pictures that a canvas gives away; all of them can only be looked at. */
const DRAWN_TYPES: ReadonlySet<string> = new Set(['image/webp', 'image/jpeg', 'image/png']);

export interface DrawnPreview {
  /** Of the file, as it stands in the address. */
  readonly id: string;
  /** What stands behind the `?`: `pages` of a PDF, `duration` of a video in ms. */
  readonly facts: URLSearchParams;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Small pictures of files: drawn by the page, which has a decoder, and kept for every later start. */
export interface PreviewShelf {
  answer(id: string): Promise<MediaAnswer>;
  /**
   * Takes a preview from the page and believes nothing of it. 204: kept. 404: there is no such file.
   * 413: too large. 415: not a small picture.
   */
  take(drawn: DrawnPreview): Promise<204 | 404 | 413 | 415>;
}

interface Dependencies {
  readonly store: Store;
  readonly folder: Pick<MediaFolder, 'begin' | 'pathOf'>;
  readonly clock: Clock;
}

export function createPreviewShelf({ store, folder, clock }: Dependencies): PreviewShelf {
  function find(id: string): PreviewSource | undefined {
    if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
    return previewSource(store, asId<MediaId>(Number(id)));
  }

  return {
    async answer(id) {
      const source = find(id);
      const preview = source?.preview ?? null;
      if (source === undefined || preview === null || preview === 'failed') return NOT_HERE;
      const path = folder.pathOf(preview.sha256);
      const size = await sizeOf(path);
      if (size === undefined) {
        store.write((tx) => forgetPreview(tx, source.sha256));
        return NOT_HERE;
      }
      return answerWith(path, size, undefined, { 'Content-Type': preview.type });
    },

    async take({ id, facts, body }) {
      const source = find(id);
      if (source === undefined) return 404;
      const bytes = await readAll(body, MAX_PREVIEW_BYTES);
      if (bytes === undefined) return 413;
      const type = shownType(bytes, null);
      const size = pictureSize(bytes, type);
      if (type === null || !DRAWN_TYPES.has(type) || size === undefined) return 415;
      if (Math.max(size.width, size.height) > LONGEST_SIDE) return 415;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await put(folder, bytes, sha256);
      const preview = { sha256, type, ...size, ...readFacts(facts) };
      store.write((tx) => keepPreview(tx, source.sha256, preview, clock()));
      return 204;
    },
  };
}

/** Undefined when there is more than `limit`; the rest is then not read. */
async function readAll(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function put(
  folder: Pick<MediaFolder, 'begin'>,
  bytes: Buffer,
  sha256: string,
): Promise<void> {
  const file = await folder.begin();
  try {
    await file.handle.write(bytes);
    await file.keep(sha256);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function readFacts(facts: URLSearchParams): Pick<PreviewFacts, 'pages' | 'durationMs'> {
  return {
    pages: readCount(facts.get('pages'), MAX_PAGES),
    durationMs: readCount(facts.get('duration'), MAX_DURATION_MS),
  };
}

function readCount(text: string | null, most: number): number | null {
  const count = /^\d{1,12}$/.test(text ?? '') ? Number(text) : 0;
  return count > 0 && count <= most ? count : null;
}
