import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId } from '#shared/ids.ts';
import { blocksOfContact, pageBlocks } from '#electron/store/block-list.ts';
import type { BlockQuery } from '#electron/store/block-list.ts';
import { addBlock, changeBlock, endBlock, activeBlock } from '#electron/store/blocks.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import { openStore } from '#electron/store/open.ts';
import { indexSome } from '#electron/store/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

const FULL = 64_000;

interface Written {
  readonly name: string;
  readonly phone: string;
  readonly reason: string;
}

function listOf(people: readonly Written[]) {
  const store = memoryStore();
  const accountId = addAccount(store);
  for (const { name, phone, reason } of people) {
    const { contactId } = addChat(store, accountId, { name, phone });
    const person = { contactId, phone, waId: phone.slice(1), bsuid: null };
    store.write((tx) => addBlock(tx, { accountId, person, reason, until: null, by: 'owner' }, 0));
  }
  store.write((tx) => {
    while (indexSome(tx, 5000, 0) > 0);
  });
  return {
    find: (text: string) =>
      pageBlocks(store, { accountId, isActive: true, text, after: null, limit: 50 }).blocks.map(
        ({ name }) => name,
      ),
  };
}

describe('looking for somebody on the block list', () => {
  const { find } = listOf([
    { name: 'Mariana Oliveira', phone: '+5511988776655', reason: 'Insults, twice' },
    { name: 'José Ânderson', phone: '+447700900123', reason: '' },
    { name: 'Ali 100%', phone: '+4915112345678', reason: 'asks_for money' },
  ]);

  it.each([
    ['mariana', ['Mariana Oliveira']],
    ['ANDERSON', ['José Ânderson']],
    ['+44 7700 900', ['José Ânderson']],
    ['98877', ['Mariana Oliveira']],
    ['twice', ['Mariana Oliveira']],
    ['S_FOR', ['Ali 100%']],
    ['%', []],
    ['nobody', []],
  ])('finds by any part of a name, a number or a reason: %s', (text, names) => {
    expect(find(text)).toEqual(names);
  });
});

describe('the blocks of one person', () => {
  it('are those that stand, at any number that is still there', () => {
    const store = memoryStore();
    const [first, second] = [addAccount(store, 'First'), addAccount(store, 'Second')];
    const { contactId } = addChat(store, first, { name: 'Ana' });
    const person = { contactId, phone: '+447700900001', waId: null, bsuid: null };
    const terms = { person, reason: '', until: null, by: 'owner' } as const;
    store.write((tx) => {
      addBlock(tx, { ...terms, accountId: first }, 1);
      const id = addBlock(tx, { ...terms, accountId: second }, 2);
      changeBlock(tx, id, { reason: 'Spam', until: null }, 3);
    });
    expect(blocksOfContact(store, contactId)).toMatchObject([
      { accountName: 'Second', reason: 'Spam', state: 'active' },
      { accountName: 'First' },
    ]);
    store.write((tx) => {
      const [latest] = blocksOfContact(tx, contactId);
      const block = latest && activeBlock(tx, latest.id);
      if (block !== undefined) endBlock(tx, block, 'owner', 4);
    });
    expect(blocksOfContact(store, contactId)).toMatchObject([{ accountName: 'First' }]);
  });
});

describe('a list of 64,000', () => {
  let store: Store;
  let accountId: AccountId;

  beforeAll(() => {
    store = openStore(':memory:');
    accountId = addAccount(store);
    store.write((tx) => {
      for (let n = 0; n < FULL; n += 1) {
        const phone = `+49151${String(10_000_000 + n)}`;
        const person = { contactId: null, phone, waId: phone.slice(1), bsuid: null };
        addBlock(
          tx,
          { accountId, person, reason: '', until: null, by: 'elsewhere' },
          Math.floor(n / 10),
        );
      }
    });
  }, 120_000);

  afterAll(() => store.close());

  function page(query: Partial<BlockQuery>) {
    const all = { accountId, isActive: true, text: null, after: null, limit: 200 };
    return pageBlocks(store, { ...all, ...query });
  }

  it('is walked whole by pages, and no page sorts or reads the others', () => {
    const seen = new Set<number>();
    let after: BlockQuery['after'] = null;
    do {
      const { blocks, nextCursor } = page({ after });
      for (const { id } of blocks) seen.add(id);
      after = nextCursor === null ? null : decodeCursor(nextCursor);
    } while (after !== null);
    expect(seen.size).toBe(FULL);
    const plans = plansOf(store, () => {
      page({ after: { at: 9, id: 9 } });
      page({ accountId: null });
    });
    expect(plans).toContain('blocked_user_account');
    expect(plans).toContain('blocked_user_recent');
    expect(plans).not.toContain('TEMP B-TREE');
  });

  it('finds one of them by the number', () => {
    expect(page({ text: '+49 151 10063999' }).blocks).toMatchObject([{ phone: '+4915110063999' }]);
  });
});
