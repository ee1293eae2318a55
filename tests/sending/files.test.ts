import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { objectAt } from '#shared/json-fields.ts';
import type { JsonObject } from '#shared/json.ts';
import { systemClock } from '#electron/clock.ts';
import type { MediaFolder } from '#electron/media/folder.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { sendFiles } from '#electron/sending/send-files.ts';
import { discardMessage, retryMessage } from '#electron/sending/retry.ts';
import { takeBack } from '#electron/sending/take-back.ts';
import type { UploadProgress } from '#electron/sending/uploads.ts';
import { captionAttachment, listAttachments } from '#electron/store/draft-attachments.ts';
import { findMessage } from '#electron/store/messages.ts';
import { attach, mediaFolder, sample } from '../support/files.ts';
import { NUMBER } from '../support/practice.ts';
import { sendingWorld, storedMessage } from '../support/sending.ts';
import type { SendingWorld } from '../support/sending.ts';

const DAY = 24 * 3_600_000;

interface FilesWorld extends SendingWorld {
  readonly folder: MediaFolder;
  readonly chat: (index: number) => ChatId;
  readonly progress: UploadProgress[];
  readonly send: (chatId: ChatId, body?: string, delayMs?: number) => MessageId[];
  /** What Meta took: the type, the id of the file, and the rest of the content. */
  readonly sent: () => {
    readonly type: string;
    readonly id: string;
    readonly content: JsonObject;
  }[];
}

async function filesWorld(options: Parameters<typeof sendingWorld>[0] = {}): Promise<FilesWorld> {
  const folder = await mediaFolder();
  const progress: UploadProgress[] = [];
  const files = { files: folder, onUpload: (step: UploadProgress) => void progress.push(step) };
  const world = await sendingWorld({ ...options, deps: { ...files, ...options.deps } });
  const clock = options.deps?.clock ?? systemClock;
  return {
    ...world,
    folder,
    progress,
    chat: (index) => world.chats[index] ?? asId<ChatId>(0),
    send: (chatId, body = '', delayMs = 0) =>
      sendFiles({ store: world.store, clock }, { chatId, body, replyTo: null, delayMs }),
    sent: () =>
      world.platform.accepted.map(({ type, body }) => {
        const { id, ...content } = objectAt(body, type) ?? {};
        return { type, id: typeof id === 'string' ? id : '', content };
      }),
  };
}

/** The file that Meta has under an id, asked for as a customer's phone would get it. */
async function fileAtMeta(platform: PracticePlatform, id: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${NUMBER.accessToken}` };
  const node: unknown = await (await fetch(`${platform.url}/v26.0/${id}`, { headers })).json();
  const url =
    typeof node === 'object' && node !== null && 'url' in node ? String(node.url) : 'missing';
  return Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
}

describe('files that are sent', () => {
  it('arrive byte for byte, in their order, with their captions and names', async () => {
    const world = await filesWorld();
    const { store, folder, chat, send, sent, sender, platform } = world;
    const picture = sample('jpeg', 300_000);
    await attach(store, folder, chat(0), picture, { name: 'roses.jpg' });
    const list = await attach(store, folder, chat(0), sample('pdf'), { name: '../prices.pdf' });
    await attach(store, folder, chat(0), sample('ogg'), { isVoice: true });
    await attach(store, folder, chat(0), sample('webp'), { wish: 'sticker' });
    store.write((tx) => captionAttachment(tx, list.id, 'All prices'));
    const ids = send(chat(0), 'Our roses');
    await sender.idle();

    expect(sent().map(({ type, content }) => [type, content])).toEqual([
      ['image', { caption: 'Our roses' }],
      ['document', { caption: 'All prices', filename: 'prices.pdf' }],
      ['audio', { voice: true }],
      ['sticker', {}],
    ]);
    expect((await fileAtMeta(platform, sent()[0]?.id ?? '')).equals(picture)).toBe(true);
    expect(ids.map((id) => storedMessage(store, id).status)).toEqual(ids.map(() => 'accepted'));
    expect(listAttachments(store, chat(0))).toEqual([]);
  });

  it('show at once from this computer', async () => {
    const { store, folder, chat, send } = await filesWorld();
    const bytes = sample('png');
    bytes.writeUInt32BE(640, 16);
    bytes.writeUInt32BE(480, 20);
    const { file } = await attach(store, folder, chat(0), bytes);
    const [id] = send(chat(0), 'Look');
    expect(findMessage(store, id ?? asId(0))).toMatchObject({
      type: 'image',
      text: 'Look',
      content: {
        caption: 'Look',
        file: { id: file.id, state: 'present', shownAs: 'image', width: 640, height: 480 },
      },
    });
  });

  it('send what is written ahead as a text where no file can carry it', async () => {
    const { store, folder, chat, send, sent, sender } = await filesWorld();
    await attach(store, folder, chat(0), sample('mp3'));
    send(chat(0), 'Listen to this');
    await attach(store, folder, chat(1), sample('jpeg'));
    send(chat(1), 'x'.repeat(1025));
    await sender.idle();
    expect(
      sent()
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(['audio', 'image', 'text', 'text']);
    expect(sent().find(({ type }) => type === 'image')?.content).toEqual({});
  });

  it('tell how far they are', async () => {
    const { store, folder, chat, send, sender, progress } = await filesWorld();
    const bytes = sample('pdf', 3_000_000);
    await attach(store, folder, chat(0), bytes);
    const [id] = send(chat(0));
    await sender.idle();
    expect(progress.at(-1)).toEqual({
      chatId: chat(0),
      messageId: id,
      sentBytes: bytes.length,
      totalBytes: bytes.length,
    });
  });

  it('hold up neither other chats nor other texts while they are on their way', async () => {
    const { store, folder, chat, send, say, platform, sent, taken } = await filesWorld();
    platform.faults.next({ kind: 'hang_before_accepting' }, { target: 'upload' });
    await attach(store, folder, chat(0), sample('pdf'));
    send(chat(0));
    say(1, 'Hello there');
    await attach(store, folder, chat(2), sample('png'));
    send(chat(2));
    await expect
      .poll(() =>
        sent()
          .map(({ type }) => type)
          .toSorted(),
      )
      .toEqual(['image', 'text']);
    expect(taken()).toContain('Hello there');
  });
});

describe('Meta’s id of a file', () => {
  it('is used again for the same file, and renewed before Meta forgets it', async () => {
    let ahead = 0;
    const clock = () => Date.now() + ahead;
    const world = await filesWorld({ deps: { clock }, platform: { clock } });
    const { store, folder, chat, send, sent, sender } = world;
    const bytes = sample('jpeg');
    const once = async (index: number) => {
      await attach(store, folder, chat(index), bytes);
      store.write((tx) => tx.run('UPDATE conversation SET customer_active_at = ?', clock()));
      send(chat(index));
      await sender.idle();
    };
    await once(0);
    await once(1);
    ahead += 28 * DAY;
    await once(2);
    const ids = () => sent().map(({ id }) => id);
    expect(ids()[1]).toBe(ids()[0]);
    expect(ids()[2]).toBe(ids()[0]);
    ahead += 1.5 * DAY;
    await once(0);
    expect(ids()).toHaveLength(4);
    expect(ids()[3]).not.toBe(ids()[0]);
  });

  it('is renewed by itself when Meta does not know it any more', async () => {
    const { store, folder, chat, send, sent, sender, platform } = await filesWorld();
    const bytes = sample('jpeg');
    await attach(store, folder, chat(0), bytes);
    send(chat(0));
    await sender.idle();
    const [first] = sent();
    await fetch(`${platform.url}/v26.0/${first?.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${NUMBER.accessToken}` },
    });
    await attach(store, folder, chat(1), bytes);
    const [id] = send(chat(1));
    await expect.poll(() => storedMessage(store, id ?? asId(0)).status).toBe('accepted');
    expect(sent()[1]?.id).not.toBe(first?.id);
    expect(sent()).toHaveLength(2);
  });
});

describe('a file that does not get through', () => {
  it('is uploaded again when the line breaks, and its message is sent once', async () => {
    const { store, folder, chat, send, sent, platform } = await filesWorld();
    for (const kind of ['drop_before_accepting', 'drop_after_accepting'] as const) {
      platform.faults.next({ kind }, { target: 'upload' });
    }
    await attach(store, folder, chat(0), sample('pdf', 2_000_000));
    const [id] = send(chat(0));
    const status = () => storedMessage(store, id ?? asId(0)).status;
    await expect.poll(status, { timeout: 15_000 }).toBe('accepted');
    expect(sent()).toHaveLength(1);
  });

  it('fails in words when Meta has no use for it, and can be tried again', async () => {
    const { store, folder, chat, send, sent, sender, platform } = await filesWorld();
    platform.faults.next({ kind: 'error', code: 131053 }, { target: 'upload' });
    await attach(store, folder, chat(0), sample('pdf'));
    const [id = asId<MessageId>(0)] = send(chat(0));
    await sender.idle();
    expect(findMessage(store, id)).toMatchObject({
      status: 'failed',
      error: { code: 131053, title: 'WhatsApp could not use the file' },
    });
    retryMessage({ store, clock: systemClock }, id);
    await sender.idle();
    expect(sent()).toHaveLength(1);
  });

  it('fails in words when it is gone from this computer', async () => {
    const { store, folder, chat, send, sender } = await filesWorld();
    const bytes = sample('pdf');
    await attach(store, folder, chat(0), bytes);
    rmSync(folder.pathOf(createHash('sha256').update(bytes).digest('hex')));
    const [id = asId<MessageId>(0)] = send(chat(0));
    await sender.idle();
    expect(storedMessage(store, id).status).toBe('failed');
    expect(storedMessage(store, id).error_title).toContain('not on this computer');
  });

  it('is not even uploaded into a chat whose window has closed', async () => {
    const { store, folder, chat, send, sender, progress } = await filesWorld();
    await attach(store, folder, chat(0), sample('pdf'));
    const [id = asId<MessageId>(0)] = send(chat(0), '', 300);
    store.write((tx) => tx.run('UPDATE conversation SET customer_active_at = 1'));
    await expect.poll(() => storedMessage(store, id).status).toBe('failed');
    await sender.idle();
    expect(storedMessage(store, id).error_code).toBe(131047);
    expect(progress).toEqual([]);
  });

  it('fails in words when the connection asks for a new token, and waits for it', async () => {
    const { store, folder, chat, send, sent, sender, platform } = await filesWorld();
    platform.faults.next({ kind: 'error', code: 190 }, { target: 'upload' });
    await attach(store, folder, chat(0), sample('pdf'));
    const [id = asId<MessageId>(0)] = send(chat(0));
    await sender.idle();
    expect(storedMessage(store, id)).toMatchObject({ status: 'queued', error_code: 190 });
    expect(sent()).toEqual([]);
  });
});

describe('a file that has not left', () => {
  it('comes back into the field with its words, also in the middle of its upload', async () => {
    const { store, folder, chat, send, sent, sender, platform, progress } = await filesWorld();
    platform.faults.next({ kind: 'hang_before_accepting' }, { target: 'upload' });
    const { file } = await attach(store, folder, chat(0), sample('pdf'), { name: 'menu.pdf' });
    await attach(store, folder, chat(0), sample('png'));
    const [id = asId<MessageId>(0)] = send(chat(0), 'Our menu');
    await expect.poll(() => progress.length).toBeGreaterThan(0);
    expect(takeBack({ store, clock: systemClock }, id)).toBe('');
    expect(listAttachments(store, chat(0))).toMatchObject([
      { name: 'menu.pdf', sendAs: 'document', caption: 'Our menu', file: { id: file.id } },
    ]);
    await sender.idle();
    expect(sent().map(({ type }) => type)).toEqual(['image']);
  });

  it('can be discarded before its time to leave has come', async () => {
    const { store, folder, chat, send, sent, sender, progress } = await filesWorld();
    await attach(store, folder, chat(0), sample('pdf'));
    const [id = asId<MessageId>(0)] = send(chat(0), '', 60_000);
    await sender.idle();
    expect(progress).toEqual([]);
    discardMessage({ store, clock: systemClock }, id);
    await sender.idle();
    expect([sent(), findMessage(store, id)]).toEqual([[], undefined]);
  });
});
