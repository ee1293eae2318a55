/**
 * How secrets are locked. `system` is the operating system's own store (desktop window only);
 * `key_file` is AES-256-GCM under a key file beside the database, for browser mode and the command line.
 */
export type CipherScheme = 'system' | 'key_file';

export interface Cipher {
  readonly scheme: CipherScheme;
  encrypt(plain: string): Promise<Buffer>;
  /** Throws when the secret was locked elsewhere or the lock can't be opened now. */
  decrypt(locked: Buffer): Promise<string>;
}
