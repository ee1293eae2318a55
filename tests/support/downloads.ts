import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AccountId, ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { MediaFile } from '#shared/models/media-file.ts';
import { createGraph } from '#electron/graph/client.ts';
import type { GraphTarget } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { startDownloader } from '#electron/media/downloader.ts';
import type { Downloader } from '#electron/media/downloader.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import type { MediaFolder } from '#electron/media/folder.ts';
import { MAX_FILE_BYTES } from '#electron/media/received-file.ts';
import { wantMedia } from '#electron/store/media.ts';
import type { MetaMedia } from '#electron/store/media.ts';
import { findMessage } from '#electron/store/messages.ts';
import type { Store } from '#electron/store/store.ts';
import { handClock, NUMBER } from './practice.ts';
import type { HandClock } from './practice.ts';
import { addAccount, addChat, addMessage, memoryStore } from './store.ts';

const WEEK = 7 * 24 * 3_600_000;

export interface WantedMessage {
  readonly messageId: MessageId;
  readonly mediaId: MediaId;
}

/** A database, a data folder and a downloader that asks the platform under `url`. */
export class Downloads {
  readonly store: Store = memoryStore();
  readonly home: string = mkdtempSync(join(tmpdir(), 'frontdesk-media-'));
  readonly clock: HandClock;
  readonly folder: MediaFolder;
  readonly accountId: AccountId;
  readonly chatId: ChatId;
  target: GraphTarget;

  constructor(url: string, clock: HandClock = handClock()) {
    this.clock = clock;
    this.folder = createMediaFolder(this.home);
    this.accountId = addAccount(this.store);
    this.chatId = addChat(this.store, this.accountId).chatId;
    this.target = {
      baseUrl: url,
      apiVersion: 'v26.0',
      phoneNumberId: NUMBER.phoneNumberId,
      accessToken: NUMBER.accessToken,
    };
    onTestFinished(() => {
      this.store.close();
      rmSync(this.home, { recursive: true, force: true });
    });
  }

  /** A message with a file that lies with Meta under this id. */
  want(metaMediaId: string, media: Partial<MetaMedia> = {}): WantedMessage {
    const mediaId = this.store.write((tx) =>
      wantMedia(
        tx,
        {
          accountId: this.accountId,
          metaMediaId,
          mimeType: 'image/png',
          filename: null,
          sha256: null,
          isVoice: false,
          expiresAt: this.clock() + WEEK,
          ...media,
        },
        this.clock(),
      ),
    );
    const payload = JSON.stringify({ type: 'image', image: { id: metaMediaId } });
    const message = { type: 'image', payload, media_id: mediaId } as const;
    return { mediaId, messageId: addMessage(this.store, this.accountId, this.chatId, message) };
  }

  start(options: { readonly maxBytes?: number } = {}): Promise<Downloader> {
    const { store, clock, folder } = this;
    return startDownloader({
      store,
      folder,
      graph: createGraph({ fetch, clock, timeoutMs: 5_000 }),
      fetch,
      connect: () => Promise.resolve(this.target),
      clock,
      log: silentLog,
      maxBytes: options.maxBytes ?? MAX_FILE_BYTES,
    });
  }

  /** Lets the downloader do what is due now and ends it. */
  async run(options: { readonly maxBytes?: number } = {}): Promise<void> {
    const downloader = await this.start(options);
    await downloader.idle();
    await downloader.stop();
  }

  file(messageId: MessageId): MediaFile | null {
    const content = findMessage(this.store, messageId)?.content;
    return content?.kind === 'media' ? content.file : null;
  }

  /** The names in HOME/media; each has been checked to be the hash of its content. */
  kept(): string[] {
    const names = readdirSync(join(this.home, 'media'));
    for (const name of names) {
      const bytes = readFileSync(join(this.home, 'media', name));
      if (sha256(bytes) !== name) throw new Error(`${name} has another content than it says.`);
    }
    return names;
  }

  leftovers(): string[] {
    return readdirSync(join(this.home, 'incoming'));
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
