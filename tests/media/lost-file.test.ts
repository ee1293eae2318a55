import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMediaShelf } from '#electron/media/served-file.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { wantAgain } from '#electron/store/media-downloads.ts';
import { Downloads } from '../support/downloads.ts';
import { handClock, startQuietPlatform } from '../support/practice.ts';
import type { HandClock } from '../support/practice.ts';

const PICTURE = '710000001';
const WEEK = 7 * 24 * 3_600_000;

let clock: HandClock;
let platform: PracticePlatform;
let downloads: Downloads;

beforeEach(async () => {
  clock = handClock();
  platform = await startQuietPlatform({ clock });
  downloads = new Downloads(platform.url, clock);
});

afterEach(() => platform.stop());

/** Looks at the file as a page does; answers the status. */
async function look(mediaId: number): Promise<number> {
  const { store, folder } = downloads;
  const shelf = createMediaShelf({ store, folder, clock });
  return (await shelf.answer({ id: String(mediaId), range: undefined, isDownload: false })).status;
}

function placeOf(): string {
  return join(downloads.home, 'media', downloads.kept()[0] ?? '');
}

it.each([
  ['gone', (path: string) => rmSync(path)],
  ['cut off', (path: string) => writeFileSync(path, 'half')],
])(
  'a file that is %s from the folder is fetched again as soon as it is looked at',
  async (_how, harm) => {
    const { messageId, mediaId } = downloads.want(PICTURE);
    await downloads.run();
    harm(placeOf());
    expect(await look(mediaId)).toBe(404);
    expect(downloads.file(messageId)).toMatchObject({ state: 'wanted' });
    expect(downloads.file(messageId)?.problem).toContain('media folder of this computer');
    await downloads.run();
    expect(downloads.file(messageId)).toMatchObject({ state: 'present' });
    expect(downloads.kept()).toHaveLength(1);
    expect(await look(mediaId)).toBe(200);
  },
);

it('a file that WhatsApp no longer has says so, and is here again with its folder', async () => {
  const { messageId, mediaId } = downloads.want(PICTURE);
  await downloads.run();
  const before = downloads.file(messageId);
  clock.advance(WEEK);
  const path = placeOf();
  const bytes = readFileSync(path);
  rmSync(path);
  await look(mediaId);
  expect(downloads.file(messageId)).toMatchObject({ state: 'failed' });
  writeFileSync(path, bytes);
  downloads.store.write((tx) => wantAgain(tx, mediaId));
  await downloads.run();
  expect(downloads.file(messageId)).toEqual(before);
});
