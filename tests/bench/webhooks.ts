import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addTestAccount, Home, TEST_ACCOUNT } from '../support/app.ts';
import { startCoreUnderLoad } from './core-under-load.ts';
import { atLeast, atMost, information, percentile } from './measure.ts';
import type { Row } from './measure.ts';

const CONNECTIONS = 8;
const DELIVERIES = 8_000;
const BIG_DELIVERIES = 20;
const UPDATES_PER_BIG_DELIVERY = 1_000;

let serial = 0;

/** A delivery as Meta sends it, with `updates` texts from a crowd of 2,000 people. */
function delivery(updates: number): Buffer {
  const at = Math.floor(Date.now() / 1000);
  const people = Array.from({ length: updates }, () => {
    serial += 1;
    return { waId: `55119${String(10_000_000 + (serial % 2_000))}`, wamid: `wamid.BENCH${serial}` };
  });
  return Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: TEST_ACCOUNT.wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: {
                  display_phone_number: TEST_ACCOUNT.displayPhoneNumber.slice(1),
                  phone_number_id: TEST_ACCOUNT.phoneNumberId,
                },
                contacts: people.map(({ waId }) => ({
                  profile: { name: `Customer ${waId.slice(-4)}` },
                  wa_id: waId,
                })),
                messages: people.map(({ waId, wamid }) => ({
                  from: waId,
                  id: wamid,
                  timestamp: String(at),
                  type: 'text',
                  text: { body: `Do you have white peonies for Saturday? ${wamid}` },
                })),
              },
            },
          ],
        },
      ],
    }),
  );
}

function signature(body: Buffer): string {
  return `sha256=${createHmac('sha256', TEST_ACCOUNT.appSecret).update(body).digest('hex')}`;
}

interface Signed {
  readonly body: Buffer;
  readonly signature: string;
}

function signed(updates: number): Signed {
  const body = delivery(updates);
  return { body, signature: signature(body) };
}

/** Sends one delivery and gives the milliseconds until its 200. */
function post(url: string, agent: Agent, message: Signed): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': message.body.length,
          'x-hub-signature-256': message.signature,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`The listener answered ${answer.statusCode}.`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(message.body);
  });
}

async function sendAll(url: string, messages: readonly Signed[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const samples: number[] = [];
  const left = messages.values();
  async function connection(): Promise<void> {
    for (const message of left) samples.push(await post(url, agent, message));
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  return samples;
}

/** What the disk allows: the same rows, one commit each, with nothing around them. */
function bareInsertsPerSecond(messages: readonly Signed[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-bare-'));
  const db = new Database(join(folder, 'bare.db'));
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE log (id INTEGER PRIMARY KEY, received_at INTEGER, raw TEXT)');
    const insert = db.prepare('INSERT INTO log (received_at, raw) VALUES (?, ?)');
    const texts = messages.map(({ body }) => body.toString('utf8'));
    const start = performance.now();
    for (const text of texts) insert.run(Date.now(), text);
    return (texts.length / (performance.now() - start)) * 1000;
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Waits until no delivery is left to process. It asks again and again, because what it waits for
 * happens in the database of another process, which tells nobody.
 */
async function processed(home: string): Promise<void> {
  const db = new Database(join(home, 'frontdesk.db'), { readonly: true });
  try {
    const left = db.prepare("SELECT count(*) FROM webhook_log WHERE state = 'received'").pluck();
    while (left.get() !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    db.close();
  }
}

export async function measureWebhooks(): Promise<Row[]> {
  using home = new Home();
  addTestAccount(home.path);
  const core = await startCoreUnderLoad(home.path);
  try {
    await sendAll(
      core.webhookUrl,
      Array.from({ length: 500 }, () => signed(1)),
    );
    await processed(home.path);

    const messages = Array.from({ length: DELIVERIES }, () => signed(1));
    await core.reset();
    const start = performance.now();
    const acks = await sendAll(core.webhookUrl, messages);
    const acksPerSecond = (DELIVERIES / (performance.now() - start)) * 1000;
    await processed(home.path);
    const during = await core.read();
    const bare = bareInsertsPerSecond(messages);

    const big = Array.from({ length: BIG_DELIVERIES }, () => signed(UPDATES_PER_BIG_DELIVERY));
    await core.reset();
    const bigStart = performance.now();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const bigAcks: number[] = [];
    for (const message of big) bigAcks.push(await post(core.webhookUrl, agent, message));
    agent.destroy();
    await processed(home.path);
    const updates = BIG_DELIVERIES * UPDATES_PER_BIG_DELIVERY;
    const updatesPerSecond = (updates / (performance.now() - bigStart)) * 1000;
    const duringBig = await core.read();

    return [
      atLeast('durable webhook acks, 8 connections', acksPerSecond, 1_000, '/s'),
      atMost('durable webhook acks, p99', percentile(acks, 0.99), 30, 'ms'),
      information('bare better-sqlite3 inserts of the same rows', bare, '/s'),
      atLeast('acks against bare inserts', acksPerSecond / bare, 0.3, '×'),
      atMost('delivery of 1,000 updates, p99 to ack', percentile(bigAcks, 0.99), 300, 'ms'),
      atLeast('processing', updatesPerSecond, 3_000, 'updates/s'),
      atMost('loop delay during acks, p99', during.p99, 20, 'ms'),
      atMost('loop delay during acks, max', during.max, 50, 'ms'),
      atMost('loop delay during processing, p99', duringBig.p99, 20, 'ms'),
      atMost('loop delay during processing, max', duringBig.max, 50, 'ms'),
      atMost('memory of the core after it', duringBig.rss, 250, 'MB'),
    ];
  } finally {
    await core.stop();
  }
}
