import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FileNote } from '#shared/file-door.ts';
import { asId } from '#shared/ids.ts';
import { systemClock } from '#electron/clock.ts';
import { attachFile } from '#electron/media/attach-file.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import {
  addAttachment,
  listAttachments,
  moveAttachment,
  removeAttachment,
} from '#electron/store/draft-attachments.ts';
import { openStore } from '#electron/store/open.ts';
import { startChild } from '../support/child.ts';
import { attach, mediaFolder, sample } from '../support/files.ts';
import type { SampleKind } from '../support/files.ts';
import { addAccount, addChat } from '../support/store.ts';

async function aField() {
  const folder = await mediaFolder();
  const store = openStore(join(folder.home, 'frontdesk.db'));
  onTestFinished(() => store.close());
  const { chatId } = addChat(store, addAccount(store));
  const add = (bytes: Buffer, note: Partial<FileNote> = {}) =>
    attach(store, folder, chatId, bytes, note);
  const kept = () => readdirSync(join(folder.home, 'media'));
  const halfDone = () => readdirSync(join(folder.home, 'incoming'));
  return { folder, store, chatId, add, kept, halfDone, list: () => listAttachments(store, chatId) };
}

function* broken() {
  yield sample('pdf', 10_000);
  throw new Error('gone');
}

describe('a file that is attached', () => {
  it.each<[SampleKind, string, string, string]>([
    ['jpeg', 'evil.exe', 'image', 'evil.exe.jpg'],
    ['png', '../../etc/passwd', 'image', 'passwd.png'],
    ['pdf', 'C:\\Users\\a\\bill.PDF', 'document', 'bill.PDF'],
    ['pdf', 'bill\u202Efdp.exe', 'document', 'bill fdp.exe.pdf'],
    ['pdf', '..', 'document', 'file.pdf'],
    ['docx', 'letter.docx', 'document', 'letter.docx'],
    ['mp4', 'film.avi', 'video', 'film.avi.mp4'],
    ['mp4', 'voice.m4a', 'audio', 'voice.m4a'],
    ['ogg', 'note', 'audio', 'note.ogg'],
    ['mp3', 'song.mp3', 'audio', 'song.mp3'],
  ])('is what its content is, not its name: %s called %s', async (kind, name, sendAs, shown) => {
    const { add } = await aField();
    expect(await add(sample(kind), { name })).toMatchObject({ sendAs, name: shown });
  });

  it.each<[string, () => Buffer, Partial<FileNote>, RegExp]>([
    ['nothing', () => Buffer.alloc(0), {}, /empty/],
    ['a program called invoice.pdf', () => sample('exe'), { name: 'invoice.pdf' }, /does not take/],
    [
      'an archive called letter.docx',
      () => sample('zip'),
      { name: 'letter.docx' },
      /does not take/,
    ],
    ['a film of another kind', () => sample('mov'), { name: 'film.mp4' }, /MP4/],
    ['a picture that phones make', () => sample('heic'), { name: 'a.jpg' }, /JPEG or PNG/],
    ['a moving picture', () => sample('gif'), {}, /JPEG or PNG/],
    ['a large picture', () => sample('jpeg', 5_000_001), {}, /5 MB/],
    ['a long film', () => sample('mp4', 16_000_001), {}, /16 MB/],
    ['sound in another coat', () => sample('vorbis'), { name: 'a.ogg' }, /Opus/],
    ['a song as a voice message', () => sample('mp3'), { isVoice: true }, /Opus/],
  ])('is refused in words, and nothing stays behind: %s', async (_what, bytes, note, words) => {
    const { add, list, kept, halfDone } = await aField();
    await expect(add(bytes(), note)).rejects.toThrow(words);
    expect([list(), kept(), halfDone()]).toEqual([[], [], []]);
  });

  it('is refused past 100 MB while it comes, without being read to its end', async () => {
    const { store, folder, chatId, kept, halfDone } = await aField();
    let pieces = 0;
    function* endless() {
      for (;;) {
        pieces += 1;
        yield pieces === 1 ? sample('pdf', 1_000_000) : Buffer.alloc(1_000_000, 1);
      }
    }
    const note = { chatId, name: 'x', declared: '', isVoice: false, wish: null };
    const deps = { store, folder, clock: systemClock };
    await expect(attachFile(deps, Readable.from(endless()), note)).rejects.toThrow(/100 MB/);
    expect(pieces).toBeLessThan(130);
    expect([kept(), halfDone()]).toEqual([[], []]);
  });

  it('leaves nothing behind when its page goes away in the middle', async () => {
    const { store, folder, chatId, kept, halfDone, list } = await aField();
    const note = { chatId, name: 'x', declared: '', isVoice: false, wish: null };
    const deps = { store, folder, clock: systemClock };
    await expect(attachFile(deps, Readable.from(broken()), note)).rejects.toThrow('gone');
    expect([kept(), halfDone(), list()]).toEqual([[], [], []]);
  });

  it('may be as large as WhatsApp allows when it goes as a document', async () => {
    const { add } = await aField();
    const picture = sample('jpeg', 6_000_000);
    expect(await add(picture, { wish: 'document', name: 'a.jpg' })).toMatchObject({
      sendAs: 'document',
      name: 'a.jpg',
      file: { bytes: 6_000_000, shownAs: 'image' },
    });
  });

  it('lies on the disk once, however often it is attached', async () => {
    const { add, kept, list } = await aField();
    const bytes = sample('png');
    await add(bytes, { name: 'a.png' });
    await add(bytes, { name: 'a.png' });
    await add(bytes, { name: 'b.png' });
    expect(kept()).toHaveLength(1);
    const [first, second, third] = list();
    expect(first?.file.id).toBe(second?.file.id);
    expect(third?.name).toBe('b.png');
  });

  it('is not taken for a chat that is not there', async () => {
    const { add, kept } = await aField();
    await expect(add(sample('png'), { chatId: asId(4711) })).rejects.toThrow(/not there/);
    expect(kept()).toEqual([]);
  });

  it('can be moved and removed, and the others keep their order', async () => {
    const { add, list, store } = await aField();
    const [a, b, c] = [
      await add(sample('png'), { name: 'a.png' }),
      await add(sample('png'), { name: 'b.png' }),
      await add(sample('png'), { name: 'c.png' }),
    ];
    store.write((tx) => moveAttachment(tx, c, 0));
    expect(list().map(({ name }) => name)).toEqual(['c.png', 'a.png', 'b.png']);
    store.write((tx) => moveAttachment(tx, c, 99));
    expect(list().map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png']);
    store.write((tx) => removeAttachment(tx, a));
    store.write((tx) => addAttachment(tx, b.chatId, { mediaId: a.file.id, sendAs: 'image' }));
    expect(list().map(({ name }) => name)).toEqual(['b.png', 'c.png', 'a.png']);
  });
});

describe('killed while a file comes in', () => {
  it('keeps nothing of half a file, and takes the next one', async () => {
    const { folder, chatId, kept, list, add } = await aField();
    const child = await startChild('staging-process.ts', [folder.home, String(chatId)]);
    child.input.write(sample('pdf', 3_000_000));
    await expect
      .poll(() => readdirSync(join(folder.home, 'incoming')).length, { timeout: 40_000 })
      .toBe(1);
    await child.kill();
    expect([list(), kept()]).toEqual([[], []]);
    await createMediaFolder(folder.home).prepare();
    expect(readdirSync(join(folder.home, 'incoming'))).toEqual([]);
    await add(sample('pdf'));
    expect(list()).toHaveLength(1);
  }, 90_000);

  it('has the whole file as soon as it says so, and needs no memory for it', async () => {
    const { folder, chatId, list } = await aField();
    const child = await startChild('staging-process.ts', [folder.home, String(chatId)]);
    const bytes = Buffer.alloc(100_000_000, 'A price list. ');
    child.input.end(bytes);
    await child.said(2);
    await child.kill();
    const [attachment] = list();
    expect(attachment).toMatchObject({ sendAs: 'document', file: { bytes: 100_000_000 } });
    const [name = ''] = readdirSync(join(folder.home, 'media'));
    expect(readFileSync(join(folder.home, 'media', name)).equals(bytes)).toBe(true);
    const [before = 0, after = Infinity] = child.lines.map(Number);
    expect(after - before).toBeLessThan(60_000);
  }, 120_000);
});
