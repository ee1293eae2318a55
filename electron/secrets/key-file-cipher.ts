import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from './cipher.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * AES-256-GCM under the key in `file`, which is made when the first secret is locked. A locked
 * secret is one version byte, the nonce, the tag, then the text. The key is read each time, so a
 * key file that is swapped or lost while the program runs is noticed at once.
 *
 * @param file path of the key file, `HOME/secrets.key`
 */
export function createKeyFileCipher(file: string): Cipher {
  return {
    scheme: 'key_file',
    async encrypt(plain) {
      const key = (await readKeyFile(file)) ?? (await createKeyFile(file));
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), text]);
    },
    async decrypt(locked) {
      const key = await readKeyFile(file);
      if (key === undefined) throw new Error(`The key file ${file} is missing.`);
      if (locked.length < HEADER_BYTES || locked[0] !== VERSION) {
        throw new Error('The secret was not locked by this version of Frontdesk.');
      }
      const nonce = locked.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(locked.subarray(1 + NONCE_BYTES, HEADER_BYTES));
      const text = [decipher.update(locked.subarray(HEADER_BYTES)), decipher.final()];
      return Buffer.concat(text).toString('utf8');
    },
  };
}
