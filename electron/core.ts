import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '#shared/events.ts';
import type { AccountId } from '#shared/ids.ts';
import { graphTarget } from './accounts/graph-target.ts';
import { startApi } from './api/start.ts';
import type { Clock } from './clock.ts';
import { createGraph } from './graph/client.ts';
import type { GraphTarget } from './graph/client.ts';
import { appHandlers } from './ipc/app.ts';
import { attachmentHandlers } from './ipc/attachments.ts';
import { blockHandlers } from './ipc/blocks.ts';
import { chatHandlers } from './ipc/chats.ts';
import { consentHandlers } from './ipc/consent.ts';
import { contactBookHandlers } from './ipc/contact-book.ts';
import { contactListHandlers } from './ipc/contact-list.ts';
import { contactHandlers } from './ipc/contacts.ts';
import { fieldHandlers } from './ipc/fields.ts';
import { importHandlers } from './ipc/imports.ts';
import { createEventStream } from './ipc/event-stream.ts';
import { createFileDoor } from './ipc/file-door.ts';
import type { FileDoor } from './ipc/file-door.ts';
import { labelHandlers } from './ipc/labels.ts';
import { mediaHandlers } from './ipc/media.ts';
import { mergeHandlers } from './ipc/merges.ts';
import { composedMessageHandlers } from './ipc/composed-messages.ts';
import { historyHandlers } from './ipc/message-history.ts';
import { messageHandlers } from './ipc/messages.ts';
import { noteHandlers } from './ipc/notes.ts';
import { preferenceHandlers } from './ipc/preferences.ts';
import { quickReplyHandlers } from './ipc/quick-replies.ts';
import { createRouter } from './ipc/router.ts';
import { savedPlaceHandlers } from './ipc/saved-places.ts';
import { scheduledHandlers } from './ipc/scheduled.ts';
import { searchHandlers } from './ipc/search.ts';
import { segmentHandlers } from './ipc/segments.ts';
import { sendingHandlers } from './ipc/sending.ts';
import { templateHandlers } from './ipc/templates.ts';
import type { Router } from './ipc/router.ts';
import { triageHandlers } from './ipc/triage.ts';
import type { Log } from './log.ts';
import type { PortChoice } from './loopback.ts';
import { takeIn } from './media/take-in.ts';
import { startDownloader } from './media/downloader.ts';
import { keepInLibrary } from './media/keep-in-library.ts';
import { createMediaFolder } from './media/folder.ts';
import { createPreviewShelf } from './media/preview-shelf.ts';
import type { PreviewShelf } from './media/preview-shelf.ts';
import { MAX_FILE_BYTES } from './media/received-file.ts';
import { createMediaShelf } from './media/served-file.ts';
import type { MediaShelf } from './media/served-file.ts';
import { createExportShelf } from './people/export/export-shelf.ts';
import { startImportDesk } from './people/import/desk.ts';
import { createUploadShelf } from './people/import/upload-shelf.ts';
import { startBlockWatch } from './people/block-watch.ts';
import { createPracticeAccount } from './practice-account.ts';
import type { Cipher } from './secrets/cipher.ts';
import { createVault } from './secrets/vault.ts';
import type { Vault } from './secrets/vault.ts';
import { startScheduledWatch } from './sending/scheduled-watch.ts';
import { startSender } from './sending/sender.ts';
import { createTypingIndicator } from './sending/typing.ts';
import { appSecretName, listAccounts } from './store/accounts.ts';
import type { GraphRoute } from './store/accounts.ts';
import { openStore } from './store/open.ts';
import { startReader } from './store/reader.ts';
import { startSearchIndexer } from './store/search-indexer.ts';
import type { Reader, Store } from './store/store.ts';
import { startTemplateWatch } from './templates/template-watch.ts';
import { startSnoozeWatch } from './triage/snooze-watch.ts';
import { startListener } from './webhook/listener.ts';
import { startProcessor } from './webhook/processor.ts';
import { replay } from './webhook/replay.ts';

export interface CoreOptions {
  /** The data folder; made when it is missing. */
  readonly home: string;
  readonly version: string;
  /** Replaces https://graph.facebook.com; null for the real one. */
  readonly graphUrl: string | null;
  readonly webhookPort: PortChoice;
  readonly apiPort: PortChoice;
  /** Start the practice platform and add its account if it is not there. */
  readonly practice: boolean;
  /** The first locks what is newly written; the others only open what was written before. */
  readonly ciphers: readonly [Cipher, ...Cipher[]];
  readonly log: Log;
  readonly clock: Clock;
}

/** The running application without any window: what hosts and entries hold. */
export interface Core {
  readonly router: Router;
  /** The files of messages, for whoever shows the page. */
  readonly media: MediaShelf;
  /** Small pictures of them. */
  readonly previews: PreviewShelf;
  /** Where the owner's own files come in. */
  readonly files: FileDoor;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: EventEnvelope) => void): () => void;
  /** The computer woke up: what waited for its time, or for the network, need not wait longer. */
  wake(): void;
  /** `http://127.0.0.1:PORT/webhook` */
  readonly webhookUrl: string;
  /** `http://127.0.0.1:PORT/api/v1` */
  readonly apiUrl: string;
  /** No new deliveries, in-flight sends recorded, database checkpointed. At most 5 s. */
  stop(): Promise<void>;
}

const GRAPH_URL = 'https://graph.facebook.com';

/** Meta answers a send within seconds; past this nobody knows whether it has the message. */
const GRAPH_TIMEOUT_MS = 30_000;

/**
 * Opens the store and wires the rooms; this is the only place that knows all of them.
 *
 * @throws DatabaseUnusableError, or FrontdeskError `conflict` when a port is taken
 */
export async function startCore(options: CoreOptions): Promise<Core> {
  const store = openStore(join(options.home, 'frontdesk.db'));
  try {
    return await wire(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function wire(store: Store, options: CoreOptions): Promise<Core> {
  const { log, clock, version, ciphers } = options;
  const vault = createVault({ store, ciphers, clock });
  const processor = startProcessor({ store, clock, log });
  const listener = await startListener({
    store,
    appSecrets: () => openAppSecrets(store, vault, log),
    clock,
    log,
    port: options.webhookPort,
    onStored: () => processor.wake(),
  });
  const reader = startReader({
    file: join(options.home, 'frontdesk.db'),
    onCrash: (error) => log.error({ error }, 'the reading thread ended; it is started again'),
  });
  const practice = createPracticeAccount({ store, vault, clock, log, webhookUrl: listener.url });
  await (options.practice ? practice.start() : practice.resume());

  const graph = createGraph({ fetch, clock, timeoutMs: GRAPH_TIMEOUT_MS });
  const baseUrl = ({ isPractice }: GraphRoute): string =>
    isPractice ? (practice.url() ?? '') : (options.graphUrl ?? GRAPH_URL);
  const connect = (id: AccountId): Promise<GraphTarget> =>
    graphTarget({ store, vault, baseUrl }, id);
  const folder = createMediaFolder(options.home);
  const { remove: removeFile } = folder;
  const blocking = { store, graph, connect, clock, log, wait };
  const blockWatch = startBlockWatch(blocking);
  const templating = { store, graph, connect, clock, log };
  const templateWatch = startTemplateWatch({ ...templating, wait });
  const events = createEventStream();
  const sender = startSender({
    store,
    graph,
    connect,
    clock,
    log,
    random: Math.random,
    files: folder,
    onUpload: (progress) => events.tell({ name: 'upload.progress', payload: progress }),
  });
  const downloads = { store, folder, graph, fetch, connect, clock, log };
  const downloader = await startDownloader({ ...downloads, maxBytes: MAX_FILE_BYTES });
  const media = createMediaShelf({ store, folder, clock });
  const api = await startApi({
    store,
    blocking,
    removeFile,
    reader,
    clock,
    log,
    version,
    port: options.apiPort,
    library: {
      add: (bytes, file) => keepInLibrary({ store, folder, clock }, bytes, file),
      read: (id, range) => media.answer({ id: String(id), range, isDownload: false }),
    },
  });
  const showTyping = createTypingIndicator({ store, graph, connect, clock, log });

  const uploads = await createUploadShelf(join(options.home, 'imports'));
  const desk = startImportDesk({ store, clock, log, uploads });
  const exports = await createExportShelf({
    database: join(options.home, 'frontdesk.db'),
    folder: join(options.home, 'exports'),
  });

  const snoozes = startSnoozeWatch({ store, clock, log });
  const scheduled = startScheduledWatch({ store, clock, log });

  const forget = store.onChange((changes) => events.push(changes));
  const router = createRouter(
    {
      ...appHandlers({ store, version, secretStorage: ciphers[0].scheme, practice }),
      ...preferenceHandlers({ store, clock }),
      ...chatHandlers({ store, clock, showTyping }),
      ...messageHandlers({ store, clock }),
      ...mediaHandlers({ store, clock }),
      ...searchHandlers({ reader, clock }),
      ...triageHandlers({ store, clock, snoozes }),
      ...historyHandlers({
        store,
        replay: (id) => replay({ store, clock, log }, { kind: 'one', id }),
      }),
      ...quickReplyHandlers({ store, clock }),
      ...attachmentHandlers({ store, clock }),
      ...composedMessageHandlers({ store, clock }),
      ...savedPlaceHandlers({ store, clock }),
      ...scheduledHandlers({ store, clock, scheduled }),
      ...sendingHandlers({ store, clock, sender }),
      ...labelHandlers({ store, reader, clock }),
      ...noteHandlers({ store, reader, clock }),
      ...contactHandlers({ store, reader, clock }),
      ...fieldHandlers({ store, clock }),
      ...importHandlers({ store, uploads, desk, exports }),
      ...templateHandlers({ ...templating, reader, files: folder }),
      ...blockHandlers({ ...blocking, reader }),
      ...consentHandlers({ store, clock }),
      ...segmentHandlers({ store, reader, clock }),
      ...mergeHandlers({ store, reader, clock }),
      ...contactBookHandlers({ store, reader, clock, removeFile }),
      ...contactListHandlers({ store, reader, clock, removeFile }),
    },
    log,
  );

  const indexer = startSearchIndexer({
    store,
    clock,
    onFailure: (error) => log.error({ error }, 'the search index could not be brought up to date'),
  });

  return {
    router,
    media,
    previews: createPreviewShelf({ store, folder, clock }),
    files: createFileDoor({
      attach: (body, note) => takeIn({ store, folder, clock }, body, note),
      log,
    }),
    subscribe: (onEvent) => events.subscribe(onEvent),
    wake() {
      sender.wake();
      scheduled.check();
      templateWatch.check();
    },
    webhookUrl: listener.url,
    apiUrl: api.url,
    async stop() {
      await Promise.all([listener.close(), api.close()]);
      snoozes.stop();
      scheduled.stop();
      await desk.stop();
      await Promise.all([blockWatch.stop(), templateWatch.stop()]);
      await Promise.all([sender.stop(), downloader.stop()]);
      await practice.stop();
      await processor.stop();
      indexer.stop();
      await reader.close();
      forget();
      events.close();
      store.close();
    },
  };
}

/** Waiting for Meta must not keep Frontdesk from ending. */
function wait(ms: number): Promise<unknown> {
  return sleep(ms, undefined, { ref: false });
}

/** A secret that can't be opened here must not keep the other accounts' webhooks out. */
async function openAppSecrets(store: Reader, vault: Vault, log: Log): Promise<string[]> {
  const accounts = listAccounts(store).filter(
    ({ isActive, hasAppSecret }) => isActive && hasAppSecret,
  );
  const secrets: string[] = [];
  for (const { id } of accounts) {
    try {
      const secret = await vault.read(appSecretName(id));
      if (secret !== undefined) secrets.push(secret);
    } catch (error) {
      log.error({ accountId: id, error }, 'the app secret of an account can’t be opened');
    }
  }
  return secrets;
}
