import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { addContact } from '#electron/people/contact-book.ts';
import { deletePeople, deletePerson } from '#electron/people/erase-contact.ts';
import { redactDelivery } from '#electron/people/redact-delivery.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { openStore } from '#electron/store/open.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { openWayIn, NOW } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { ANA, delivery, message, messageDelivery, messagesChange } from '../support/webhooks.ts';

const ZOE = {
  waId: '447700900987',
  bsuid: 'GB.98765432109876',
  name: 'Zephyrine Quillfeather',
  username: 'zephyquill',
};
const SECRET = 'xylophonist rendezvous';
const SHA = 'ab'.repeat(32);
const clock = () => NOW;

let home: string;
let wayIn: WayIn;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'frontdesk-'));
  wayIn = openWayIn(openStore(join(home, 'frontdesk.db')));
});

afterEach(() => {
  wayIn.store.close();
  rmSync(home, { recursive: true, force: true });
});

function contactOf(name: string): ContactId {
  const id = wayIn.row('SELECT id FROM contact WHERE profile_name = ?', name)?.['id'];
  return asId<ContactId>(Number(id));
}

/** Which of these words stand anywhere in the files of the home, whatever their case. */
function found(words: readonly string[]): string[] {
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase());
  return words.filter((word) => files.some((content) => content.includes(word.toLowerCase())));
}

function text(body: string) {
  return { type: 'text', text: { body } };
}

async function tellStory(): Promise<void> {
  await wayIn.receive(
    messageDelivery(ZOE, text(SECRET)),
    delivery(messagesChange([ZOE, ANA], [message(ZOE, text('Hello')), message(ANA, text('Hi'))])),
    messageDelivery(ANA, text('Tulips, please')),
  );
  wayIn.store.write((tx) => {
    while (indexSome(tx, 1000, NOW) > 0);
    tx.run(
      'UPDATE contact SET notes = ?, email = ? WHERE id = ?',
      'Quirksome',
      'zq@quill.example',
      contactOf(ZOE.name),
    );
  });
}

const TRACES = [
  'Quillfeather',
  'zephyquill',
  'xylophonist',
  'quirksome',
  'quill.example',
  ZOE.waId,
  ZOE.bsuid,
];

function erase(id: ContactId, withMessages: boolean) {
  const folder = createMediaFolder(home);
  const deps = { store: wayIn.store, clock, removeFile: folder.remove };
  return deletePerson(deps, id, { withMessages });
}

describe('deleting a person with their messages', () => {
  it('leaves no trace of them in the database or the media folder, and all of everybody else', async () => {
    await tellStory();
    await createMediaFolder(home).prepare();
    writeFileSync(join(home, 'media', SHA), 'a portrait of Quillfeather');
    wayIn.store.write((tx) => {
      tx.run(
        `INSERT INTO media (sha256, state, created_at, filename) VALUES (?, 'present', 0, 'quillfeather.jpg')`,
        SHA,
      );
      tx.run('UPDATE message SET media_id = last_insert_rowid() WHERE body = ?', SECRET);
    });
    wayIn.store.checkpoint();
    expect(found(TRACES)).toEqual(TRACES);

    expect(await erase(contactOf(ZOE.name), true)).toEqual({ messages: 2, files: 1 });

    expect(readdirSync(join(home, 'media'))).toEqual([]);
    expect(found(TRACES)).toEqual([]);
    expect(wayIn.rows('SELECT body FROM message ORDER BY id')).toEqual([
      { body: 'Hi' },
      { body: 'Tulips, please' },
    ]);
    expect(found(['tulips'])).toEqual(['tulips']);
  });

  it('keeps a file that another chat shows too', async () => {
    await tellStory();
    await createMediaFolder(home).prepare();
    writeFileSync(join(home, 'media', SHA), 'the menu');
    wayIn.store.write((tx) => {
      for (const body of [SECRET, 'Hi']) {
        tx.run(`INSERT INTO media (sha256, state, created_at) VALUES (?, 'present', 0)`, SHA);
        tx.run('UPDATE message SET media_id = last_insert_rowid() WHERE body = ?', body);
      }
    });
    expect(await erase(contactOf(ZOE.name), true)).toEqual({ messages: 2, files: 0 });
    expect(readdirSync(join(home, 'media'))).toEqual([SHA]);
  });
});

describe('deleting a person without their messages', () => {
  it('forgets who they were, and a replay of the log does not bring them back', async () => {
    await tellStory();
    const id = contactOf(ZOE.name);
    expect(await erase(id, false)).toEqual({ messages: 0, files: 0 });
    expect(wayIn.row('SELECT count(*) AS n FROM message')).toEqual({ n: 4 });
    wayIn.store.write((tx) => tx.run("UPDATE webhook_log SET state = 'received'"));
    await wayIn.receive();
    expect(
      wayIn.rows('SELECT value FROM contact_identity WHERE value IN (?, ?)', ZOE.waId, ZOE.bsuid),
    ).toEqual([]);
  });
});

describe('deleting many people', () => {
  it('leaves no trace of any of them, and everybody else as they were', async () => {
    await tellStory();
    const bob = { waId: '447700900555', bsuid: 'GB.1234', name: 'Bob', username: 'bob' };
    await wayIn.receive(messageDelivery(bob, text('A fern, please')));
    const ids = [contactOf(ZOE.name), contactOf('Ana')];
    const folder = createMediaFolder(home);
    const deps = { store: wayIn.store, clock, removeFile: folder.remove };
    expect(await deletePeople(deps, ids, { withMessages: true })).toEqual({
      messages: 4,
      files: 0,
    });
    expect(found([...TRACES, 'tulips'])).toEqual([]);
    expect(wayIn.rows('SELECT body FROM message')).toEqual([{ body: 'A fern, please' }]);
  });
});

describe('somebody who was deleted', () => {
  it('gets no offers when a list or the owner brings them back, nor when they write', async () => {
    await tellStory();
    await erase(contactOf(ZOE.name), true);
    const deps = { store: wayIn.store, clock };
    expect(addContact(deps, { phone: `+${ZOE.waId}` })).toMatchObject({ optedOut: true });
    await wayIn.receive(messageDelivery({ bsuid: ZOE.bsuid }));
    expect(wayIn.rows('SELECT source FROM consent_event')).toEqual([
      { source: 'erased' },
      { source: 'erased' },
    ]);
    expect(addContact(deps, { phone: '+447700900111' })).toMatchObject({ optedOut: false });
  });
});

describe('a webhook without one person', () => {
  it('still says what it says of others', () => {
    const raw = JSON.stringify(delivery(messagesChange([ZOE, ANA], [message(ZOE), message(ANA)])));
    const left = redactDelivery(raw, [ZOE.waId, ZOE.bsuid]);
    expect(left).not.toContain(ZOE.waId);
    expect(left).not.toContain('Quillfeather');
    expect(left).toContain(ANA.waId);
    expect(left).toContain('phone_number_id');
    expect(redactDelivery('not JSON 447700900987', [ZOE.waId])).toBe('');
  });
});
