import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphReads } from '#electron/accounts/number-facts.ts';
import { examine } from '#electron/doctor/examine.ts';
import type { ExaminationDependencies } from '#electron/doctor/examine.ts';
import type { Finding } from '#electron/doctor/finding.ts';
import { createKeyFileCipher } from '#electron/secrets/key-file-cipher.ts';
import { createVault } from '#electron/secrets/vault.ts';
import { accessTokenName, appSecretName } from '#electron/store/accounts.ts';
import type { Store } from '#electron/store/store.ts';
import { insertDelivery } from '#electron/store/webhook-log.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const clock = () => NOW;

let home: string;
let store: Store;
let accountId: AccountId;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'frontdesk-doctor-'));
  store = memoryStore();
  accountId = addAccount(store);
  store.write((tx) => tx.run('UPDATE account SET last_webhook_at = ?', NOW - HOUR));
  await vault().write(accessTokenName(accountId), 'EAAGtoken');
  await vault().write(appSecretName(accountId), 'appsecret');
});

afterEach(() => rm(home, { recursive: true }));

describe('the doctor', () => {
  it('has nothing to say about a home in good order', async () => {
    const findings = await examineHere();
    expect(findings.map(({ status }) => status)).toEqual(findings.map(() => 'ok'));
    expect(findings.map(({ check }) => check)).toEqual([
      'database',
      'disk',
      'key file',
      'account 1 app secret',
      'account 1 access token',
      'account 1 webhook',
      'clock',
      'webhook log',
      'queue',
      'media',
      'media folder',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/EAAGtoken|appsecret/);
  });

  it('says what to do about whatever is not ok', async () => {
    await chmod(join(home, 'secrets.key'), 0o644);
    const { chatId } = addChat(store, accountId);
    const id = addMessage(store, accountId, chatId);
    store.write((tx) => {
      tx.run('DELETE FROM secret WHERE name = ?', appSecretName(accountId));
      tx.run('UPDATE account SET last_webhook_at = ?', NOW - 8 * 24 * HOUR);
      insertDelivery(tx, { receivedAt: NOW, raw: '{}' }, 'received', null);
      tx.run("UPDATE webhook_log SET state = 'failed'");
      tx.run(
        `INSERT INTO outbox (message_id, conversation_id, account_id, state, next_attempt_at, created_at) VALUES (?, ?, ?, 'unknown', 0, 0)`,
        id,
        chatId,
        accountId,
      );
      tx.run("INSERT INTO media (state, created_at) VALUES ('wanted', 0)");
    });
    const troubled = (
      await examineHere({ fetch: headAt(NOW - 10 * 60_000), graph: refusing })
    ).filter(({ status }) => status !== 'ok');
    expect(troubled.map(({ check, status }) => [check, status])).toEqual([
      ['key file', 'fail'],
      ['account 1 app secret', 'fail'],
      ['account 1 access token', 'fail'],
      ['account 1 webhook', 'warn'],
      ['clock', 'warn'],
      ['webhook log', 'fail'],
      ['queue', 'warn'],
      ['media', 'warn'],
    ]);
    for (const { advice } of troubled) expect(advice).toMatch(/^[A-Z].*/);
    expect(finding(troubled, 'clock').message).toBe('The clock is 10 minutes ahead of Meta’s.');
    expect(finding(troubled, 'key file').message).toMatch(/mode 644/);
  });

  it('does not blame the token when there is no internet', async () => {
    const findings = await examineHere({
      graph: { read: () => Promise.reject(new FrontdeskError('graph_unreachable', 'No network.')) },
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    expect(finding(findings, 'account 1 access token').status).toBe('warn');
    expect(finding(findings, 'clock').status).toBe('warn');
  });

  it('asks Meta nothing about a practice account', async () => {
    store.write((tx) => tx.run('UPDATE account SET is_practice = 1, last_webhook_at = NULL'));
    const findings = await examineHere({ graph: refusing });
    expect(findings.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it('says when the key does not open what is stored', async () => {
    await writeFile(join(home, 'secrets.key'), `${'0'.repeat(64)}\n`);
    const { status, message } = finding(await examineHere(), 'account 1 app secret');
    expect(status).toBe('warn');
    expect(message).toMatch(/key does not fit/);
  });

  it('finds files that are missing from the media folder, or are not what came in', async () => {
    await mkdir(join(home, 'media'));
    for (const [content, kept] of [
      ['whole', 'whole'],
      ['changed', 'chang3d'],
      ['cut off', 'cut'],
      ['gone', null],
    ] as const) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (kept !== null) await writeFile(join(home, 'media', sha256), kept);
      store.write((tx) =>
        tx.run(
          "INSERT INTO media (state, sha256, bytes, created_at) VALUES ('present', ?, ?, 0)",
          sha256,
          content.length,
        ),
      );
    }
    const { status, message, advice } = finding(await examineHere(), 'media folder');
    expect([status, message]).toEqual([
      'warn',
      expect.stringMatching(
        /^In the media folder 1 files are missing \(.{12}…\), 2 files were changed/,
      ),
    ]);
    expect(advice).toContain('fetches it again');
  });

  it('sees a queue that does not move', async () => {
    const { chatId } = addChat(store, accountId);
    const id = addMessage(store, accountId, chatId);
    store.write((tx) =>
      tx.run(
        `INSERT INTO outbox (message_id, conversation_id, account_id, state, next_attempt_at, created_at) VALUES (?, ?, ?, 'queued', 0, ?)`,
        id,
        chatId,
        accountId,
        NOW - 3 * HOUR,
      ),
    );
    expect(finding(await examineHere(), 'queue').message).toMatch(/the oldest for 3 hours/);
  });
});

function vault() {
  return createVault({ store, ciphers: [createKeyFileCipher(join(home, 'secrets.key'))], clock });
}

function examineHere(changed: Partial<ExaminationDependencies> = {}): Promise<Finding[]> {
  return examine({
    home,
    platform: 'linux',
    db: store,
    vault: vault(),
    graph: accepting,
    graphUrl: 'https://graph.example',
    fetch: headAt(NOW),
    clock,
    ...changed,
  });
}

function finding(findings: readonly Finding[], check: string): Finding {
  const found = findings.find((candidate) => candidate.check === check);
  if (found === undefined) throw new Error(`No finding about ${check}.`);
  return found;
}

const accepting: GraphReads = { read: () => Promise.resolve({ id: '1' }) };

const refusing: GraphReads = {
  read: () => Promise.reject(new FrontdeskError('graph_refused', 'The access token has expired.')),
};

function headAt(at: number): typeof fetch {
  return () =>
    Promise.resolve(new Response(null, { headers: { date: new Date(at).toUTCString() } }));
}
