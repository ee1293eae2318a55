import { beforeEach, describe, expect, it } from 'vitest';
import type { Cipher, CipherScheme } from '#electron/secrets/cipher.ts';
import { createVault } from '#electron/secrets/vault.ts';
import { openStore } from '#electron/store/open.ts';
import { readLockedSecret } from '#electron/store/secrets.ts';
import type { Store } from '#electron/store/store.ts';

const NAME = 'account.1.access_token';
const clock = () => 1_000;

let store: Store;

beforeEach(() => {
  store = openStore(':memory:');
});

describe('the vault', () => {
  it('gives back what was written and nothing for a name it does not know', async () => {
    const vault = createVault({ store, ciphers: [cipherOf('key_file')], clock });
    await vault.write(NAME, 'EAAG');
    expect(await vault.read(NAME)).toBe('EAAG');
    expect(await vault.read('account.2.access_token')).toBeUndefined();
  });

  it('opens a secret once and then keeps it in memory', async () => {
    await createVault({ store, ciphers: [cipherOf('key_file')], clock }).write(NAME, 'EAAG');
    const cipher = cipherOf('key_file');
    const vault = createVault({ store, ciphers: [cipher], clock });
    await vault.read(NAME);
    await vault.read(NAME);
    expect(cipher.decryptions).toBe(1);
  });

  it('notices that a secret was replaced or deleted in the database', async () => {
    const vault = createVault({ store, ciphers: [cipherOf('key_file')], clock });
    await vault.write(NAME, 'old');
    await createVault({ store, ciphers: [cipherOf('key_file')], clock }).write(NAME, 'new');
    expect(await vault.read(NAME)).toBe('new');
    store.write((tx) => tx.run('DELETE FROM secret'));
    expect(await vault.read(NAME)).toBeUndefined();
  });

  it('moves a secret that another lock opened under the first lock', async () => {
    await createVault({ store, ciphers: [cipherOf('key_file')], clock }).write(NAME, 'EAAG');
    const desktop = createVault({
      store,
      ciphers: [cipherOf('system'), cipherOf('key_file')],
      clock,
    });
    expect(await desktop.read(NAME)).toBe('EAAG');
    expect(readLockedSecret(store, NAME)?.scheme).toBe('system');
    expect(await createVault({ store, ciphers: [cipherOf('system')], clock }).read(NAME)).toBe(
      'EAAG',
    );
  });

  it('still reads when the first lock can not close', async () => {
    await createVault({ store, ciphers: [cipherOf('key_file')], clock }).write(NAME, 'EAAG');
    const noKeyring: Cipher = {
      ...cipherOf('system'),
      encrypt: () => Promise.reject(new Error('no')),
    };
    const vault = createVault({ store, ciphers: [noKeyring, cipherOf('key_file')], clock });
    expect(await vault.read(NAME)).toBe('EAAG');
    expect(readLockedSecret(store, NAME)?.scheme).toBe('key_file');
  });

  it('says in words that the desktop’s own store can not be opened here', async () => {
    await createVault({ store, ciphers: [cipherOf('system')], clock }).write(NAME, 'EAAG');
    const browser = createVault({ store, ciphers: [cipherOf('key_file')], clock });
    await expect(browser.read(NAME)).rejects.toMatchObject({ code: 'secret_store' });
    await expect(browser.read(NAME)).rejects.toThrow(/desktop window.*enter it again/);
  });

  it('says in words that a key does not fit', async () => {
    await createVault({ store, ciphers: [cipherOf('key_file')], clock }).write(NAME, 'EAAG');
    const other: Cipher = {
      ...cipherOf('key_file'),
      decrypt: () => Promise.reject(new Error('Unsupported state or unable to authenticate data')),
    };
    const vault = createVault({ store, ciphers: [other], clock });
    await expect(vault.read(NAME)).rejects.toMatchObject({ code: 'secret_store' });
    await expect(vault.read(NAME)).rejects.toThrow(/the key does not fit it\. Enter it again\.$/);
  });
});

/** Turns the text around, which is lock enough to see who locked it. */
function cipherOf(scheme: CipherScheme): Cipher & { decryptions: number } {
  return {
    scheme,
    decryptions: 0,
    async encrypt(plain) {
      return Buffer.from(`${scheme}:${turn(plain)}`);
    },
    async decrypt(locked) {
      this.decryptions += 1;
      const [by, text] = locked.toString().split(':');
      if (by !== scheme || text === undefined) throw new Error('locked by another');
      return turn(text);
    },
  };
}

function turn(text: string): string {
  return text.split('').toReversed().join('');
}
