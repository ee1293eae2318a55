import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#electron/store/open.ts';
import { silentLog } from '#electron/log.ts';
import { startProcessor } from '#electron/webhook/processor.ts';
import { contradictions } from '../support/database-dump.ts';
import { addShop } from '../support/way-in.ts';
import { MONDAY, delivery, message, messagesChange, post } from '../support/webhooks.ts';

let home: string;
let alive: ChildProcess | undefined;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'frontdesk-kill-'));
});

afterEach(() => {
  alive?.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

const KILLS = 4;
const SENDERS = 6;

describe('a way in that is killed in the middle of its work', () => {
  it('has every acknowledged message exactly once after the restart', async () => {
    const file = join(home, 'frontdesk.db');
    const store = openStore(file);
    addShop(store);
    store.close();

    const acknowledged = new Set<string>();
    let serial = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, url } = await startWayIn(file);
      const enough = acknowledged.size + 150;
      const killed = once(child, 'close');
      await Promise.all(Array.from({ length: SENDERS }, () => sendUntilKilled(url)));
      await killed;

      async function sendUntilKilled(to: string): Promise<void> {
        for (;;) {
          serial += 1;
          const wamids = [`wamid.KILL${serial}a`, `wamid.KILL${serial}b`];
          try {
            const response = await post(to, twoMessages(serial, wamids));
            if (response.status !== 200) throw new Error(`It answered ${response.status}.`);
          } catch {
            return;
          }
          for (const wamid of wamids) acknowledged.add(wamid);
          if (acknowledged.size >= enough) child.kill('SIGKILL');
        }
      }
    }

    const after = openStore(file);
    const processor = startProcessor({ store: after, clock: Date.now, log: silentLog });
    await processor.idle();
    await processor.stop();
    const stored = after.prepare<{ wamid: string }>('SELECT wamid FROM message').all();
    const wamids = stored.map((row) => row.wamid);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * 150);
    expect(wamids.length).toBe(new Set(wamids).size);
    expect([...acknowledged].filter((wamid) => !wamids.includes(wamid))).toEqual([]);
    expect(contradictions(after)).toEqual([]);
    expect(after.prepare("SELECT 1 FROM webhook_log WHERE state <> 'processed'").all()).toEqual([]);
    after.close();
  }, 60_000);
});

function twoMessages(serial: number, wamids: readonly string[]): ReturnType<typeof delivery> {
  const person = { waId: String(16_505_550_000 + (serial % 20)), bsuid: `US.${serial % 20}` };
  return delivery(
    messagesChange(
      [person],
      wamids.map((id) => message(person, { id, timestamp: String(MONDAY + serial) })),
    ),
  );
}

async function startWayIn(file: string): Promise<{ child: ChildProcess; url: string }> {
  const program = join(import.meta.dirname, '../support/way-in-process.ts');
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  alive = child;
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('close', () => reject(new Error('The way in ended before it listened.')));
  });
  return { child, url };
}
