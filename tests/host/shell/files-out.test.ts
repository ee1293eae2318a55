import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { MediaId } from '#shared/ids.ts';
import { buildWhatIsStale } from '#electron/launch/build.ts';
import { wantMedia } from '#electron/store/media.ts';
import { markPresent } from '#electron/store/media-downloads.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { Home, ROOT } from '../../support/app.ts';
import { sha256 } from '../../support/downloads.ts';
import { startDesktop } from '../../support/electron-stand-in/desktop.ts';
import type { StandInDesktop } from '../../support/electron-stand-in/desktop.ts';
import { addAccount } from '../../support/store.ts';

const LIST = Buffer.from('the price list');
const PROGRAM = Buffer.from('MZ and whatever follows');

let home: Home;
let desktop: StandInDesktop;
let list: MediaId;
let program: MediaId;

beforeAll(async () => {
  buildWhatIsStale(ROOT);
  home = new Home();
  mkdirSync(join(home.path, 'media'));
  const store = openStore(join(home.path, 'frontdesk.db'));
  list = keep(store, LIST, '../../Price list\u202e.pdf');
  program = keep(store, PROGRAM, 'Invoice.pdf.exe');
  store.close();
  desktop = await startDesktop(home.path);
}, 120_000);

afterAll(() => {
  desktop.kill('SIGKILL');
  home[Symbol.dispose]();
});

/** A file that is here, as the downloader leaves it. */
function keep(store: Store, bytes: Buffer, filename: string): MediaId {
  writeFileSync(join(home.path, 'media', sha256(bytes)), bytes);
  const accountId = addAccount(store);
  const wanted = { accountId, metaMediaId: filename, mimeType: 'application/pdf', sha256: null };
  return store.write((tx) => {
    const id = wantMedia(tx, { ...wanted, filename, isVoice: false, expiresAt: 9e12 }, 0);
    const file = { sha256: sha256(bytes), bytes: bytes.length, shownType: null };
    markPresent(tx, id, { ...file, width: null, height: null });
    return id;
  });
}

const reportSchema = z.object({
  dragged: z.array(z.string()),
  openedFiles: z.array(z.string()),
});

async function report(): Promise<z.infer<typeof reportSchema>> {
  return reportSchema.parse(await desktop.order({ do: 'report' }));
}

async function ask(kind: 'drag_media' | 'open_media', id: MediaId): Promise<void> {
  await desktop.order({ do: 'send', sender: 'our_page', message: { kind, id } });
}

it('drags a copy out under a clean name, so that nobody can change what is kept', async () => {
  await ask('drag_media', list);
  await expect.poll(async () => (await report()).dragged.length).toBe(1);
  const [path = ''] = (await report()).dragged;
  expect(basename(path)).toBe('Price list .pdf');
  expect(readFileSync(path).equals(LIST)).toBe(true);
  writeFileSync(path, 'changed by another program');
  expect(readFileSync(join(home.path, 'media', sha256(LIST))).equals(LIST)).toBe(true);
});

it('opens documents in their own program, and nothing that could be a program', async () => {
  await ask('open_media', program);
  await ask('open_media', list);
  await expect.poll(async () => (await report()).openedFiles.length).toBe(1);
  expect((await report()).openedFiles.map((path) => basename(path))).toEqual(['Price list .pdf']);
});

it('gives no files to frames inside the page', async () => {
  const before = await report();
  const message = { kind: 'drag_media', id: list };
  await desktop.order({ do: 'send', sender: 'inner_frame', message });
  expect(await report()).toEqual(before);
});
