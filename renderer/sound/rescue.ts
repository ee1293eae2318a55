import type { ChatId } from '#shared/ids.ts';

const DATABASE = 'frontdesk-recording';
const PIECES = 'pieces';
/** Held by the page that records, so that another one does not take the recording for a lost one. */
const LOCK = 'frontdesk-recording';

/** What was said into a window that then closed. */
export interface Rescued {
  readonly chatId: ChatId;
  readonly heard: Blob;
}

/** Keeps what is recorded beside the page until it has become a voice message or was thrown away. */
export interface Rescue {
  add(piece: Blob): void;
  /** The recording is safe elsewhere, or not wanted. */
  forget(): Promise<void>;
  /** Ends the watch and leaves what is there for the next start. */
  leave(): void;
}

export function startRescue(chatId: ChatId): Rescue {
  const { promise: isOver, resolve: leave } = Promise.withResolvers<void>();
  void navigator.locks.request(LOCK, () => isOver);
  // One after the other; whatever can't be written costs the safety net and not the recording.
  let last = emptied().catch(() => undefined);
  return {
    add(heard) {
      last = last.then(() => written({ chatId, heard })).catch(() => undefined);
    },
    async forget() {
      last = last.then(emptied).catch(() => undefined);
      await last;
      leave();
    },
    leave,
  };
}

/** What an earlier page left behind; undefined when nothing is there or it is still being recorded. */
export async function findRescued(): Promise<Rescued | undefined> {
  return await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return undefined;
    const pieces = await read().catch((): Rescued[] => []);
    const [first] = pieces;
    if (first === undefined) return undefined;
    const heard = new Blob(
      pieces.map((piece) => piece.heard),
      { type: first.heard.type },
    );
    return { chatId: first.chatId, heard };
  });
}

export async function forgetRescued(): Promise<void> {
  await emptied().catch(() => undefined);
}

async function emptied(): Promise<void> {
  await withPieces('readwrite', (pieces) => done(pieces.clear()));
}

async function written(piece: Rescued): Promise<void> {
  await withPieces('readwrite', (pieces) => done(pieces.add(piece)));
}

async function read(): Promise<Rescued[]> {
  const all: unknown[] = await withPieces('readonly', (pieces) => done(pieces.getAll()));
  return all.filter(isPiece);
}

function isPiece(value: unknown): value is Rescued {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'chatId' in value &&
    Number.isInteger(value.chatId) &&
    'heard' in value &&
    value.heard instanceof Blob
  );
}

async function withPieces<T>(
  mode: IDBTransactionMode,
  work: (pieces: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore(PIECES, { autoIncrement: true });
  });
  const database = await done(opening);
  try {
    return await work(database.transaction(PIECES, mode).objectStore(PIECES));
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The browser keeps nothing here.')),
    );
  });
}
