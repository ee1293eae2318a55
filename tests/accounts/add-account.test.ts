import { beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '#electron/accounts/add-account.ts';
import type { NewAccountInput } from '#electron/accounts/add-account.ts';
import type { GraphReads } from '#electron/accounts/number-facts.ts';
import { forgetAccount } from '#electron/accounts/remove-account.ts';
import type { Cipher } from '#electron/secrets/cipher.ts';
import { createVault } from '#electron/secrets/vault.ts';
import {
  accessTokenName,
  activeVerifyTokens,
  graphRoute,
  listAccounts,
} from '#electron/store/accounts.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';

const TOKEN = 'EAAGsecret';
const SHOP: NewAccountInput = {
  name: 'Shop',
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  accessToken: TOKEN,
};

const clock = () => 1_700_000_000_000;
const cipher: Cipher = {
  scheme: 'key_file',
  encrypt: async (plain) => Buffer.from(plain, 'utf8').swap16(),
  decrypt: async (locked) => Buffer.from(locked).swap16().toString(),
};

let store: Store;

beforeEach(() => {
  store = openStore(':memory:');
});

function add(graph: GraphReads | null, input: NewAccountInput = SHOP) {
  const secrets = createVault({ store, ciphers: [cipher], clock });
  return addAccount({ store, secrets, graph, clock }, input);
}

describe('adding an account', () => {
  it('takes names, throughput, portfolio and app from Meta, and keeps the token locked', async () => {
    const { account } = await add(meta());
    expect(account).toMatchObject({
      id: 1,
      name: 'Shop',
      displayPhoneNumber: '+15551234567',
      profileName: 'Shop & Sons',
      hasAccessToken: true,
      hasAppSecret: false,
    });
    expect(graphRoute(store, account.id)).toMatchObject({ throughputLevel: 'HIGH' });
    const row = store.prepare('SELECT app_id, business_portfolio_id FROM account').get();
    expect(row).toEqual({ app_id: '900', business_portfolio_id: '800' });
    expect(
      await createVault({ store, ciphers: [cipher], clock }).read(accessTokenName(account.id)),
    ).toBe(TOKEN);
    expect(JSON.stringify(account)).not.toContain(TOKEN);
  });

  it('is content with a number about which Meta says little', async () => {
    const { account } = await add(meta({ '106540352242922': { id: '106540352242922' } }));
    expect(account).toMatchObject({ displayPhoneNumber: null, profileName: null });
  });

  it('makes a verify token when none is given, and keeps a given one', async () => {
    const { generatedVerifyToken } = await add(null);
    expect(generatedVerifyToken).toMatch(/^[\w-]{32}$/);
    expect(activeVerifyTokens(store)).toEqual([generatedVerifyToken]);
    const second = await add(null, { ...SHOP, phoneNumberId: '2', verifyToken: 'mine' });
    expect(second.generatedVerifyToken).toBeNull();
    expect(activeVerifyTokens(store)).toContain('mine');
  });

  it('stores nothing when Meta refuses', async () => {
    const refusing: GraphReads = {
      read: () =>
        Promise.reject(new FrontdeskError('graph_refused', 'The access token has expired.')),
    };
    await expect(add(refusing)).rejects.toMatchObject({ code: 'graph_refused' });
    expect(listAccounts(store)).toEqual([]);
    expect(store.prepare('SELECT name FROM secret').all()).toEqual([]);
  });

  it('refuses a number that belongs to another WhatsApp account', async () => {
    const graph = meta({ '102290129340398/phone_numbers': { data: [{ id: '777' }] } });
    await expect(add(graph)).rejects.toThrow(/does not belong to the WhatsApp account/);
  });

  it('does not ask Meta without a token', async () => {
    const { accessToken: _, ...withoutToken } = SHOP;
    await expect(add(meta(), withoutToken)).rejects.toMatchObject({ code: 'bad_input' });
    expect((await add(null, withoutToken)).account.hasAccessToken).toBe(false);
  });

  it.each([
    [{ ...SHOP, phoneNumberId: '+1 555' }, /phone number ID must be digits/],
    [{ ...SHOP, wabaId: 'abc' }, /WhatsApp account ID must be digits/],
    [{ ...SHOP, name: '  ' }, /the name is empty/],
    [{ ...SHOP, displayPhoneNumber: '555 1234567' }, /with \+ and country code/],
    [{ ...SHOP, accessToken: 'two lines\nhere' }, /access token must be one line/],
  ])('refuses %j', async (input, words) => {
    const adding = add(null, input);
    await expect(adding).rejects.toMatchObject({ code: 'bad_input' });
    await expect(adding).rejects.toThrow(words);
  });

  it('refuses a number that is here already, and takes a removed one up again', async () => {
    const { account } = await add(null);
    await expect(add(null)).rejects.toThrow(/is here already, as “Shop” \(account 1\)/);
    const neverAsked: GraphReads = { read: () => Promise.reject(new Error('Meta was asked.')) };
    await expect(add(neverAsked)).rejects.toMatchObject({ code: 'account_exists' });
    forgetAccount({ store, clock }, account.id);
    expect(listAccounts(store)).toEqual([]);
    expect(store.prepare('SELECT name FROM secret').all()).toEqual([]);
    const again = await add(null, { ...SHOP, name: 'Shop again' });
    expect(again.account).toMatchObject({ id: account.id, name: 'Shop again', isActive: true });
  });

  it('says that an account to remove is not there', () => {
    expect(() => forgetAccount({ store, clock }, asId(9))).toThrow(/no account 9/);
  });
});

/** Meta's answers by path, with some of them replaced. */
function meta(replaced: Readonly<Record<string, Json>> = {}): GraphReads {
  const answers: Readonly<Record<string, Json>> = {
    '106540352242922': {
      id: '106540352242922',
      display_phone_number: '+1 555-123-4567',
      verified_name: 'Shop & Sons',
      throughput: { level: 'HIGH' },
      health_status: {
        can_send_message: 'AVAILABLE',
        entities: [
          { entity_type: 'PHONE_NUMBER', id: '106540352242922' },
          { entity_type: 'BUSINESS', id: '800' },
          { entity_type: 'APP', id: '900' },
        ],
      },
    },
    '102290129340398': { id: '102290129340398', name: 'Shop' },
    '102290129340398/phone_numbers': { data: [{ id: '106540352242922' }] },
    ...replaced,
  };
  return {
    async read(path, _query, accessToken) {
      expect(accessToken).toBe(TOKEN);
      const answer = answers[path];
      if (answer === undefined) throw new FrontdeskError('graph_refused', `no ${path}`);
      return answer;
    },
  };
}
