import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFile } from '#electron/secrets/key-file.ts';
import { createKeyFileCipher } from '#electron/secrets/key-file-cipher.ts';

let home: string;
let keyFile: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'frontdesk-key-'));
  keyFile = join(home, 'secrets.key');
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

describe('the key-file cipher', () => {
  it('opens what it locked, also after a restart', async () => {
    const locked = await createKeyFileCipher(keyFile).encrypt('EAAG-tökén');
    expect(await createKeyFileCipher(keyFile).decrypt(locked)).toBe('EAAG-tökén');
  });

  it('locks the same text differently each time and never shows it', async () => {
    const cipher = createKeyFileCipher(keyFile);
    const [first, second] = [
      await cipher.encrypt('EAAG-token'),
      await cipher.encrypt('EAAG-token'),
    ];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('EAAG-token')).toBe(false);
  });

  it('makes the key file for its owner alone and leaves nothing beside it', async () => {
    await createKeyFileCipher(keyFile).encrypt('x');
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(home)).toEqual(['secrets.key']);
  });

  it('agrees on one key when many start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => createKeyFile(keyFile)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readdir(home)).toEqual(['secrets.key']);
  });

  it('refuses a damaged key file in words and does not replace it', async () => {
    await writeFile(keyFile, 'not a key');
    const cipher = createKeyFileCipher(keyFile);
    await expect(cipher.encrypt('x')).rejects.toThrow(/is damaged/);
    expect(await readFile(keyFile, 'utf8')).toBe('not a key');
  });

  it('makes no key just to find that it opens nothing', async () => {
    const locked = await createKeyFileCipher(keyFile).encrypt('x');
    await rm(keyFile);
    await expect(createKeyFileCipher(keyFile).decrypt(locked)).rejects.toThrow(/is missing/);
    expect(await readdir(home)).toEqual([]);
  });

  it('refuses a secret of which one bit was changed', async () => {
    const cipher = createKeyFileCipher(keyFile);
    const locked = await cipher.encrypt('EAAG-token');
    for (const position of [1, 13, locked.length - 1]) {
      const forged = Buffer.from(locked);
      forged.writeUInt8(forged.readUInt8(position) ^ 1, position);
      await expect(cipher.decrypt(forged)).rejects.toThrow();
    }
  });
});
