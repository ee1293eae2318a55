import { join } from 'node:path';
import Database from 'better-sqlite3';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import type { PracticeNumber } from '#electron/practice/model.ts';
import { putInOutbox } from '#electron/sending/compose.ts';
import { addBulkChat } from '#electron/store/bulk-history.ts';
import { openStore } from '#electron/store/open.ts';
import type { WriteTx } from '#electron/store/store.ts';
import { addTestAccount, Home, TEST_ACCOUNT } from '../support/app.ts';
import { startCoreUnderLoad } from './core-under-load.ts';
import { atLeast, atMost, information, percentile } from './measure.ts';
import type { Row } from './measure.ts';
import { startPracticeChild } from './practice-child.ts';

/** How long the queue stands before it may leave, so that the start of the core is not measured. */
const HEAD_START_MS = 6_000;

interface Level {
  readonly name: 'STANDARD' | 'HIGH';
  readonly perSecond: number;
  readonly messages: number;
}

const STANDARD: Level = { name: 'STANDARD', perSecond: 80, messages: 2_400 };
const HIGH: Level = { name: 'HIGH', perSecond: 1_000, messages: 20_000 };

/** Templates for so many people, due a little later. */
function queueTemplates(home: string, { name, messages }: Level): void {
  const store = openStore(join(home, 'frontdesk.db'));
  const accountId = asId<AccountId>(1);
  const dueAt = Date.now() + HEAD_START_MS + messages / 10;
  try {
    store.write((tx) => {
      tx.run('UPDATE account SET throughput_level = ? WHERE id = ?', name, accountId);
      for (let n = 0; n < messages; n += 1) queueTemplate(tx, accountId, n, dueAt);
    });
  } finally {
    store.close();
  }
}

function queueTemplate(tx: WriteTx, accountId: AccountId, n: number, dueAt: number): void {
  const now = Date.now();
  const waId = `55119${String(10_000_000 + n)}`;
  const person = { name: `Customer ${n}`, waId, phone: `+${waId}`, bsuid: `BR.${n}` };
  const chatId = addBulkChat(tx, accountId, { ...person, bsuidScope: '' }, now);
  const template = { name: 'spring_sale', language: { code: 'en_US' } };
  const message = { chatId, type: 'template', content: template, replyToWamid: null } as const;
  putInOutbox(tx, message, accountId, now, dueAt - now);
}

/** The most in any second, whichever millisecond it begins with. */
function busiestSecond(times: readonly number[]): number {
  let oldest = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[oldest] ?? 0) >= 1_000) oldest += 1;
    most = Math.max(most, index - oldest + 1);
  });
  return most;
}

function perSecond(times: readonly number[]): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return ((times.length - 1) / (last - first)) * 1_000;
}

/** From the claim on: the disk has its share in it. */
function mostSideBySide(attempts: readonly AttemptTimes[]): number {
  const ends = attempts.map(({ endedAt }) => endedAt).toSorted((a, b) => a - b);
  let ended = 0;
  let most = 0;
  attempts.forEach(({ startedAt }, index) => {
    while ((ends[ended] ?? Infinity) <= startedAt) ended += 1;
    most = Math.max(most, index + 1 - ended);
  });
  return most;
}

function median(attempts: readonly AttemptTimes[]): number {
  return percentile(
    attempts.map(({ startedAt, endedAt }) => endedAt - startedAt),
    0.5,
  );
}

interface Outbox {
  readonly left: number;
  readonly refused: number;
  readonly attempts: readonly AttemptTimes[];
}

interface AttemptTimes {
  readonly startedAt: number;
  readonly endedAt: number;
}

function outboxOf(home: string): Outbox {
  const db = new Database(join(home, 'frontdesk.db'), { readonly: true });
  try {
    const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
    return {
      left: count("SELECT count(*) FROM outbox WHERE state IN ('queued', 'claimed')"),
      refused: count("SELECT count(*) FROM outbox_attempt WHERE outcome = 'refused'"),
      attempts: db
        .prepare<[], AttemptTimes>(
          'SELECT started_at AS startedAt, ended_at AS endedAt FROM outbox_attempt ORDER BY started_at',
        )
        .all(),
    };
  } finally {
    db.close();
  }
}

async function sent(home: string): Promise<Outbox> {
  for (;;) {
    const outbox = outboxOf(home);
    if (outbox.left === 0) return outbox;
    // Another process has the database: it can only be asked again, and seldom, not to weigh on it.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function practiceNumber({ name }: Level): PracticeNumber {
  const { phoneNumberId, wabaId, portfolioId, displayPhoneNumber, accessToken, appSecret } =
    TEST_ACCOUNT;
  return {
    phoneNumberId,
    wabaId,
    businessPortfolioId: portfolioId,
    displayPhoneNumber,
    verifiedName: 'Casa Verde',
    accessToken,
    appId: '670843887433847',
    appSecret,
    throughput: name,
    messagingLimit: 'TIER_UNLIMITED',
  };
}

async function measureLevel(level: Level): Promise<Row[]> {
  using home = new Home();
  addTestAccount(home.path);
  queueTemplates(home.path, level);
  const platform = await startPracticeChild(
    practiceNumber(level),
    join(home.path, 'accepted.jsonl'),
  );
  const core = await startCoreUnderLoad(home.path, platform.url);
  try {
    await platform.tellWebhooksTo(core.webhookUrl);
    await core.reset();
    const outbox = await sent(home.path);
    const during = await core.read();
    const times = platform.acceptedAt();
    const what = `sending where ${level.perSecond}/s are allowed`;
    const rate = perSecond(times);
    return [
      level.name === 'HIGH'
        ? atLeast(what, rate, 600, '/s')
        : atLeast(what, rate, level.perSecond * 0.95, '/s'),
      atMost(`${what}, busiest second`, busiestSecond(times), level.perSecond, '/s'),
      information(`${what}, requests side by side`, mostSideBySide(outbox.attempts), 'at most'),
      information(`${what}, from claim to answer`, median(outbox.attempts), 'ms'),
      atMost(`${what}, refused`, outbox.refused, 0, 'messages'),
      information(`${what}, taken`, times.length, 'messages'),
      atMost(`loop delay, ${what}, p99`, during.p99, 20, 'ms'),
      atMost(`loop delay, ${what}, max`, during.max, 50, 'ms'),
      information(`memory of the core, ${what}`, during.rss, 'MB'),
    ];
  } finally {
    await core.stop();
    await platform.stop();
  }
}

/** What leaves from a number, by the platform's own clock, with every status coming back meanwhile. */
export async function measurePace(): Promise<Row[]> {
  return [...(await measureLevel(STANDARD)), ...(await measureLevel(HIGH))];
}
