import { safeStorage } from 'electron';
import type { Log } from '../../log.ts';
import type { Cipher } from '../../secrets/cipher.ts';

const systemCipher: Cipher = {
  scheme: 'system',
  encrypt: (plain) => safeStorage.encryptStringAsync(plain),
  async decrypt(locked) {
    const { result } = await safeStorage.decryptStringAsync(locked);
    return result;
  },
};

/**
 * How secrets are locked on this desktop: by the operating system, or by the key file where the
 * system has no store worth the name. The other one still opens what it locked before. Call it
 * after the app is ready.
 */
export async function desktopCiphers(
  keyFile: Cipher,
  log: Log,
): Promise<readonly [Cipher, ...Cipher[]]> {
  if (await isProtected()) return [systemCipher, keyFile];
  log.warn({}, 'the system offers no protected store for secrets; a key file locks them instead');
  return [keyFile, systemCipher];
}

async function isProtected(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (process.platform !== 'linux') return true;
  // `basic_text` locks with a password that is written in Chromium's source.
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
