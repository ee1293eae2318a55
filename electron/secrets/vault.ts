import { FrontdeskError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { readLockedSecret, writeLockedSecret } from '../store/secrets.ts';
import type { LockedSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { Cipher, CipherScheme } from './cipher.ts';

/** Reads and writes secrets in clear text, in the main process only. Names: store/accounts.ts. */
export interface Vault {
  /** Undefined when there is none. Throws FrontdeskError `secret_store` when it can't be opened here. */
  read(name: string): Promise<string | undefined>;
  write(name: string, plain: string): Promise<void>;
}

/** Locks a secret without storing it, for those who store it together with something else. */
export interface SecretLock {
  /** Throws FrontdeskError `secret_store` when nothing can be locked here. */
  lock(plain: string): Promise<LockedSecret>;
}

interface Dependencies {
  readonly store: Store;
  /** The first locks what is newly written; the others only open what was written before. */
  readonly ciphers: readonly [Cipher, ...Cipher[]];
  readonly clock: Clock;
}

export function createVault({ store, ciphers, clock }: Dependencies): Vault & SecretLock {
  const [current] = ciphers;
  /** Opened secrets, each beside the locked bytes it came from: other bytes make it worthless. */
  const opened = new Map<string, { readonly locked: Buffer; readonly plain: string }>();

  async function lock(plain: string): Promise<LockedSecret> {
    try {
      return { scheme: current.scheme, locked: await current.encrypt(plain) };
    } catch (error) {
      throw new FrontdeskError('secret_store', `The secret could not be locked: ${why(error)}`, {
        cause: error,
      });
    }
  }

  /** Moves a secret under the current lock, unless it was replaced while it was being locked. */
  async function relock(name: string, before: LockedSecret, plain: string): Promise<void> {
    const after = await lock(plain);
    store.write((tx) => {
      const now = readLockedSecret(tx, name);
      if (now?.locked.equals(before.locked) !== true) return;
      writeLockedSecret(tx, name, after, clock());
      opened.set(name, { locked: after.locked, plain });
    });
  }

  return {
    lock,
    async read(name) {
      const secret = readLockedSecret(store, name);
      if (secret === undefined) return undefined;
      const known = opened.get(name);
      if (known?.locked.equals(secret.locked) === true) return known.plain;
      const plain = await unlock(ciphers, secret);
      opened.set(name, { locked: secret.locked, plain });
      // A lock that can't close now must not keep from using what could be opened.
      if (secret.scheme !== current.scheme)
        await relock(name, secret, plain).catch(() => undefined);
      return plain;
    },
    async write(name, plain) {
      const secret = await lock(plain);
      store.write((tx) => writeLockedSecret(tx, name, secret, clock()));
      opened.set(name, { locked: secret.locked, plain });
    },
  };
}

async function unlock(
  ciphers: readonly Cipher[],
  { scheme, locked }: LockedSecret,
): Promise<string> {
  const cipher = ciphers.find((candidate) => candidate.scheme === scheme);
  if (cipher === undefined) throw new FrontdeskError('secret_store', LOCKED_ELSEWHERE[scheme]);
  try {
    return await cipher.decrypt(locked);
  } catch (error) {
    throw new FrontdeskError(
      'secret_store',
      `The access token or app secret could not be opened: ${why(error)} Enter it again.`,
      { cause: error },
    );
  }
}

/** Why no cipher here fits: only the desktop window has the system's own. */
const LOCKED_ELSEWHERE: Readonly<Record<CipherScheme, string>> = {
  system:
    'The access token or app secret was locked by the desktop window with the system’s own secret store, which can’t be opened from here. Open the desktop window, or enter it again.',
  key_file:
    'The access token or app secret was locked with a key file, which can’t be opened from here. Enter it again.',
};

function why(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return /unable to authenticate data/i.test(reason)
    ? 'the key does not fit it.'
    : reason.replace(/[.!]?$/, '.');
}
