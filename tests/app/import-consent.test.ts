import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addBlock } from '#electron/store/blocks.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { Home, frontdesk, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { addAccount, addChat } from '../support/store.ts';

const ANA = '+5511988887777';

/** Every way to say in a spreadsheet that somebody wants offers again and is blocked no more. */
const LIST = `phone,name,opted_out,opt_in,consent,subscribed,is_blocked,blocked,unblock,until
${ANA},Ana Maria,no,yes,yes,yes,no,0,yes,2020-01-01
+551188887777,Ana,false,1,opt_in,true,false,false,1,
`;

const begun = z.object({ data: z.object({ uploadId: z.string() }) });
const printed = z.object({ key: z.string() });

function withStore<T>(home: string, work: (store: Store) => T): T {
  const store = openStore(join(home, 'frontdesk.db'));
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** All that says who may get offers and who is blocked. */
function standing(home: string): unknown {
  return withStore(home, (store) => ({
    people: store.prepare('SELECT opted_out, is_blocked FROM contact').all(),
    ledger: store.prepare('SELECT * FROM consent_event').all(),
    blocks: store.prepare('SELECT * FROM blocked_user').all(),
  }));
}

/** Ana opted out and is blocked. */
function begin(home: string): void {
  withStore(home, (store) => {
    const accountId = addAccount(store);
    const { contactId } = addChat(store, accountId, { name: 'Ana', phone: ANA });
    const person = { contactId, phone: ANA, waId: ANA.slice(1), bsuid: null };
    store.write((tx) => {
      const word = { kind: 'opt_out', source: 'stop_word', evidence: '{}', at: 5 } as const;
      recordConsent(tx, { contact_id: contactId, ...word }, 5);
      addBlock(tx, { accountId, person, reason: 'Insults', until: null, by: 'owner' }, 5);
    });
  });
}

async function importOnScreen({ ui }: RunningApp): Promise<void> {
  const door = await openDoor(ui);
  const { uploadId } = begun.parse(await door.invoke('imports.begin', { fileName: 'a.csv' })).data;
  const base64 = Buffer.from(LIST).toString('base64');
  await door.invoke('imports.append', { uploadId, base64 });
  const reading = { sheet: null, encoding: null, delimiter: null, headerRow: null };
  const asItLooks = { uploadId, reading, targets: null, defaultCountry: null };
  await door.invoke('imports.apply', asItLooks);
  await vi.waitFor(async () =>
    expect(await door.invoke('imports.get', { importId: 1 })).toMatchObject({
      data: { state: 'done', counts: { updated: 1 } },
    }),
  );
  door.close();
}

async function writeOverRest({ api }: RunningApp, key: string): Promise<readonly number[]> {
  const headers = { 'X-API-Key': key, 'Content-Type': 'application/json' };
  const wishes = [{ opted_out: false }, { blocked: false }, { is_blocked: false }, { name: 'Ana' }];
  const answers = await Promise.all([
    ...wishes.map((wish) =>
      fetch(`${api}/contacts/1`, { method: 'PATCH', headers, body: JSON.stringify(wish) }),
    ),
    fetch(`${api}/contacts`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ phone: ANA, opted_out: false }),
    }),
  ]);
  return answers.map(({ status }) => status);
}

it('no import opts anybody in or unblocks them: not on the screen, over REST, or from the command line', async () => {
  using home = new Home();
  begin(home.path);
  const { key } = printed.parse(
    JSON.parse(
      frontdesk([
        'api-key',
        'create',
        '--home',
        home.path,
        '--name',
        'Shop',
        '--scopes',
        'contacts',
        '--json',
      ]).stdout,
    ),
  );
  const before = standing(home.path);
  const running = await startApp(home.path, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await importOnScreen(running);
    expect(await writeOverRest(running, key)).toEqual([400, 400, 400, 200, 400]);
  } finally {
    await running.stop();
  }
  expect(standing(home.path), 'after the screen and REST').toEqual(before);

  const file = join(home.path, 'people.csv');
  writeFileSync(file, LIST.replaceAll('Ana Maria', 'Ana M.'));
  const ran = frontdesk(['contacts', 'import', file, '--home', home.path, '--json']);
  expect(JSON.parse(ran.stdout)).toMatchObject({ updated: 1, rejected: [] });
  expect(standing(home.path), 'after the command line').toEqual(before);
}, 60_000);
