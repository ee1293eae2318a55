import type { AccountId, MediaId } from '#shared/ids.ts';
import { createAlarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { describeMedia, openMedia } from '../graph/media.ts';
import type { Log } from '../log.ts';
import type { Change } from '../store/change.ts';
import {
  abandonFilesOfRemovedNumbers,
  dueFiles,
  findAgain,
  giveUp,
  hastenFiles,
  markPresent,
  nextFileDueAt,
  postpone,
} from '../store/media-downloads.ts';
import type { KeptFile, WantedFile } from '../store/media-downloads.ts';
import type { Store } from '../store/store.ts';
import type { MediaFolder } from './folder.ts';
import { nextStep } from './next-step.ts';
import { BrokenFileError, FileTooLargeError, receiveFile } from './received-file.ts';

/** Fetches every file that came in. Works by itself as soon as it is started. */
export interface Downloader {
  /** Resolves when nothing is on its way and nothing is due at this moment. */
  idle(): Promise<void>;
  /** Breaks off what is on its way; the next run begins it anew. */
  stop(): Promise<void>;
}

export interface DownloaderDeps {
  readonly store: Store;
  readonly folder: MediaFolder;
  readonly graph: Graph;
  readonly fetch: typeof fetch;
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
  readonly maxBytes: number;
}

const MAY_WANT_FILES: ReadonlySet<Change['kind']> = new Set(['message', 'account']);
const SIDE_BY_SIDE = 3;
/** A download in which nothing moves for so long is dead. */
const STALLED_MS = 30_000;
const AFTER_TROUBLE_MS = 5_000;
const REMOVED = 'The number to which it was sent has been removed from Frontdesk.';

export async function startDownloader(deps: DownloaderDeps): Promise<Downloader> {
  const { store, folder, clock, log } = deps;
  const alarm = createAlarm(clock, pass);
  const giveUpAll = new AbortController();
  const inFlight = new Map<MediaId, Promise<void>>();
  let waiters: readonly (() => void)[] = [];
  let isStopped = false;

  await folder.prepare();
  const unsubscribe = store.onChange((changes) => {
    if (changes.some(({ kind }) => kind === 'account')) forgetRemovedNumbers();
    if (changes.some(({ kind }) => MAY_WANT_FILES.has(kind))) alarm.set(clock());
  });
  // Whatever kept files from coming in the last run, it may be over.
  store.write(hastenFiles);
  forgetRemovedNumbers();
  alarm.set(clock());

  function forgetRemovedNumbers(): void {
    store.write((tx) => abandonFilesOfRemovedNumbers(tx, REMOVED));
  }

  function pass(): void {
    if (isStopped) return;
    try {
      takeUp(clock());
    } catch (error) {
      log.error({ error }, 'the files to fetch could not be looked up');
      alarm.set(clock() + AFTER_TROUBLE_MS);
    }
  }

  function takeUp(now: number): void {
    // One more than can be on its way tells whether anything is left for later.
    const due = dueFiles(store, now, SIDE_BY_SIDE * 2).filter(({ id }) => !inFlight.has(id));
    for (const file of due.slice(0, SIDE_BY_SIDE - inFlight.size)) {
      inFlight.set(file.id, work(file));
    }
    if (inFlight.size > 0) return;
    alarm.set(nextFileDueAt(store, now) ?? Infinity);
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  async function work(wanted: WantedFile): Promise<void> {
    try {
      if (wanted.former !== null && (await folder.has(wanted.former.sha256, wanted.former.bytes))) {
        store.write((tx) => findAgain(tx, wanted.id));
        return;
      }
      const kept = await fetchFile(deps, wanted, giveUpAll.signal);
      store.write((tx) => markPresent(tx, wanted.id, kept));
    } catch (error) {
      if (!isStopped) conclude(wanted, error);
    } finally {
      inFlight.delete(wanted.id);
      alarm.set(clock());
    }
  }

  function conclude(wanted: WantedFile, error: unknown): void {
    const { attempts, expiresAt } = wanted;
    const step = nextStep({ error, attempts, expiresAt, now: clock() });
    log.info({ mediaId: wanted.id, step: step.kind, why: step.why }, 'a file did not come');
    try {
      store.write((tx) => {
        if (step.kind === 'give_up') giveUp(tx, wanted.id, step.state, step.why);
        else postpone(tx, wanted.id, { attempts: step.attempts, at: step.at, error: step.why });
      });
    } catch (failure) {
      log.error({ mediaId: wanted.id, error: failure }, 'what became of a file could not be kept');
    }
  }

  return {
    idle: () =>
      new Promise((resolve) => {
        waiters = [...waiters, resolve];
        alarm.set(clock());
      }),
    async stop() {
      isStopped = true;
      unsubscribe();
      alarm.stop();
      giveUpAll.abort();
      await Promise.all(inFlight.values());
      for (const resolve of waiters) resolve();
    },
  };
}

async function fetchFile(
  deps: DownloaderDeps,
  wanted: WantedFile,
  stop: AbortSignal,
): Promise<KeptFile> {
  const target = await deps.connect(wanted.accountId);
  // Addresses live for five minutes, so every attempt asks for a new one.
  const described = await describeMedia(deps.graph, target, wanted.metaMediaId);
  if (described.bytes !== null && described.bytes > deps.maxBytes) throw tooLarge();
  const watch = watchForStall(stop);
  try {
    const response = await openMedia(deps, target, described.url, watch.signal);
    return await keepBody(deps, response, {
      onProgress: watch.moved,
      promised: {
        mimeType: wanted.mimeType ?? described.mimeType,
        bytes: described.bytes,
        sha256: [described.sha256, wanted.metaSha256].filter((hash) => hash !== null),
      },
    });
  } finally {
    watch.end();
  }
}

async function keepBody(
  { folder, maxBytes }: DownloaderDeps,
  response: Response,
  {
    promised,
    onProgress,
  }: {
    readonly promised: Parameters<typeof receiveFile>[2];
    readonly onProgress: () => void;
  },
): Promise<KeptFile> {
  const { body, headers } = response;
  if (body === null) throw new BrokenFileError('Meta sent an empty file.');
  if (Number(headers.get('content-length') ?? 0) > maxBytes) {
    await body.cancel();
    throw tooLarge();
  }
  const file = await folder.begin();
  try {
    const kept = await receiveFile(body, file, promised, { maxBytes, onProgress });
    await file.keep(kept.sha256);
    return kept;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function tooLarge(): FileTooLargeError {
  return new FileTooLargeError('The file is larger than WhatsApp allows.');
}

/** A signal that aborts when told to stop, or when nothing has moved for a while. */
function watchForStall(stop: AbortSignal): {
  readonly signal: AbortSignal;
  readonly moved: () => void;
  readonly end: () => void;
} {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error('Nothing moved.')), STALLED_MS);
  return {
    signal: AbortSignal.any([stop, stalled.signal]),
    moved: () => timer.refresh(),
    end: () => clearTimeout(timer),
  };
}
