import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, LaunchError } from '../launch/exit-code.ts';
import { acquireHomeLock } from '../launch/home-lock.ts';
import { createKeyFileCipher } from '../secrets/key-file-cipher.ts';
import { createVault } from '../secrets/vault.ts';
import { openBeside } from '../store/open-beside.ts';
import { DatabaseUnusableError, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Command, OpenHome, Surroundings } from './command.ts';

export interface ClosableHome extends OpenHome {
  close(): void;
}

/**
 * Opens a home for one command. To write, nobody else may hold it; to read, the app may be running.
 * Throws LaunchError with the exit code when the home is in use or its database unusable.
 */
export async function openHome(
  path: string,
  access: Command['access'],
  { clock }: Pick<Surroundings, 'clock'>,
): Promise<ClosableHome> {
  const opened = access === 'reads' ? await openToRead(path) : await openToWrite(path);
  const vault = createVault({
    store: opened.store,
    ciphers: [createKeyFileCipher(join(path, 'secrets.key'))],
    clock,
  });
  return { ...opened, path, vault };
}

interface Opened {
  readonly store: Store;
  close(): void;
}

async function openToRead(path: string): Promise<Opened> {
  const file = databaseFile(path);
  // Looking at a home that does not exist must not make one.
  if (!existsSync(file)) return closing(openStore(':memory:'));
  const beside = openBeside(file);
  return beside.kind === 'open' ? closing(beside.store) : await openToWrite(path);
}

async function openToWrite(path: string): Promise<Opened> {
  const lock = await acquireHomeLock(path);
  if (!lock.held) {
    const pid = lock.heldBy === null ? '' : ` (process ${lock.heldBy})`;
    throw new LaunchError(
      EXIT.homeInUse,
      `Frontdesk is running on ${path}${pid}, and this command needs the home for itself. End Frontdesk first, or give another folder with --home.`,
    );
  }
  try {
    const store = openStore(databaseFile(path));
    return {
      store,
      close() {
        store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    if (!(error instanceof DatabaseUnusableError)) throw error;
    throw new LaunchError(EXIT.databaseUnusable, error.message, { cause: error });
  }
}

function closing(store: Store): Opened {
  return { store, close: () => store.close() };
}

function databaseFile(path: string): string {
  return join(path, 'frontdesk.db');
}
