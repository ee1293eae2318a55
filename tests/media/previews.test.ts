import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { mediaHandlers } from '#electron/ipc/media.ts';
import { createPreviewShelf, MAX_PREVIEW_BYTES } from '#electron/media/preview-shelf.ts';
import type { PreviewShelf } from '#electron/media/preview-shelf.ts';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { markPresent } from '#electron/store/media-downloads.ts';
import { Downloads, sha256 } from '../support/downloads.ts';
import type { WantedMessage } from '../support/downloads.ts';

const files = createGeneratedFiles();
/** 480 × 360. */
const SMALL = files.get('image', 1).bytes;
const PHOTO = sha256(Buffer.from('a photo of twelve megapixels'));

let downloads: Downloads;
let previews: PreviewShelf;

beforeEach(async () => {
  downloads = new Downloads('http://127.0.0.1:1');
  await downloads.folder.prepare();
  const { store, folder, clock } = downloads;
  previews = createPreviewShelf({ store, folder, clock });
});

/** A message whose photo is here. */
function photo(metaMediaId: string): WantedMessage {
  const wanted = downloads.want(metaMediaId);
  const size = { bytes: 4_000_000, shownType: 'image/jpeg', width: 4000, height: 3000 };
  downloads.store.write((tx) => markPresent(tx, wanted.mediaId, { sha256: PHOTO, ...size }));
  return wanted;
}

function take(id: number | string, bytes: Buffer, facts = ''): Promise<number> {
  const body = (async function* () {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
  })();
  return previews.take({ id: String(id), facts: new URLSearchParams(facts), body });
}

/** A PNG's beginning that claims these sides. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from(SMALL.subarray(0, 64));
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

describe('a small picture that the page has drawn', () => {
  it('is kept once for its content, stands in every message of it, and is given back', async () => {
    const [first, second] = [photo('1'), photo('2')];
    const changed: unknown[] = [];
    onTestFinished(downloads.store.onChange((changes) => changed.push(...changes)));
    expect(await take(first.mediaId, SMALL, 'pages=3&duration=1500')).toBe(204);
    const preview = { width: 480, height: 360, pages: 3, durationMs: 1500 };
    for (const { messageId } of [first, second]) {
      expect(downloads.file(messageId)?.preview).toEqual(preview);
      expect(changed).toContainEqual({ kind: 'message', chatId: downloads.chatId, messageId });
    }
    const { status, headers, open } = await previews.answer(String(second.mediaId));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': 'image/png',
      'X-Content-Type-Options': 'nosniff',
    });
    const given = open === null ? undefined : await buffer(open());
    expect(given?.equals(SMALL)).toBe(true);
    expect(downloads.leftovers()).toEqual([]);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['nothing', Buffer.alloc(0), 415],
    ['a sound', files.get('audio', 1).bytes, 415],
    ['a picture too wide', png(1025, 10), 415],
    ['a picture too high', png(10, 50_000), 415],
    ['a picture without sides', png(0, 0), 415],
    [
      'more bytes than a small picture has',
      Buffer.concat([SMALL, Buffer.alloc(MAX_PREVIEW_BYTES)]),
      413,
    ],
  ])('is refused when it is %s', async (_what, bytes, status) => {
    const { mediaId, messageId } = photo('1');
    expect(await take(mediaId, bytes)).toBe(status);
    expect(downloads.file(messageId)?.preview).toBeNull();
    expect([downloads.kept(), downloads.leftovers()]).toEqual([[], []]);
  });

  it.each(['pages=-1', 'pages=1e9', 'duration=99999999999', 'pages=abc', 'duration='])(
    'tells nothing that can’t be true: %s',
    async (facts) => {
      const { mediaId, messageId } = photo('1');
      await take(mediaId, SMALL, facts);
      expect(downloads.file(messageId)?.preview).toMatchObject({ pages: null, durationMs: null });
    },
  );

  it.each(['77', '0', '-1', '../1', '9'.repeat(40)])('is of no use for the file %j', async (id) => {
    photo('1');
    expect(await take(id, SMALL)).toBe(404);
    expect((await previews.answer(id)).status).toBe(404);
  });

  it('is not taken while the file itself is not here', async () => {
    const { mediaId } = downloads.want('1');
    expect(await take(mediaId, SMALL)).toBe(404);
  });

  it('is drawn anew when it is gone from the disk', async () => {
    const { mediaId, messageId } = photo('1');
    await take(mediaId, SMALL);
    for (const name of readdirSync(join(downloads.home, 'media'))) {
      rmSync(join(downloads.home, 'media', name));
    }
    expect((await previews.answer(String(mediaId))).status).toBe(404);
    expect(downloads.file(messageId)?.preview).toBeNull();
  });
});

describe('a file of which no small picture can be drawn', () => {
  it('is remembered, and one that was drawn is not forgotten for it', async () => {
    const { store, clock } = downloads;
    const handlers = mediaHandlers({ store, clock });
    const { mediaId, messageId } = photo('1');
    await handlers['media.noPreview']({ mediaId });
    expect(downloads.file(messageId)?.preview).toBe('failed');
    await take(mediaId, SMALL);
    await handlers['media.noPreview']({ mediaId });
    expect(downloads.file(messageId)?.preview).toMatchObject({ width: 480 });
  });
});
