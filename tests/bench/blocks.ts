import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#electron/clock.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { createBlockComparison } from '#electron/people/block-comparison.ts';
import { openStore } from '#electron/store/open.ts';
import { pageBlocks } from '#electron/store/block-list.ts';
import { Home } from '../support/app.ts';
import { targetAt } from '../support/sending.ts';
import { addAccount } from '../support/store.ts';
import { atMost, information } from './measure.ts';
import type { Row } from './measure.ts';

/** As many as WhatsApp keeps for one number. */
const FULL = 64_000;
const PAGE = 1000;

/** A full block list compared with WhatsApp's, taken over, and searched. */
export async function measureBlocks(): Promise<Row[]> {
  using home = new Home();
  const store = openStore(join(home.path, 'frontdesk.db'));
  const accountId = addAccount(store);
  const clock = systemClock;
  const comparison = createBlockComparison({
    store,
    clock,
    log: silentLog,
    graph: createGraph({ fetch: answerPage, clock, timeoutMs: 5000 }),
    connect: () => Promise.resolve(targetAt('http://127.0.0.1')),
    wait,
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  try {
    delay.enable();
    const start = performance.now();
    const { fingerprint } = await comparison.preview(accountId);
    const compared = performance.now();
    await comparison.apply(accountId, fingerprint);
    const applied = performance.now();
    delay.disable();
    const query = { accountId, isActive: true, after: null, limit: 100 };
    pageBlocks(store, { ...query, text: 'nobody' });
    const searched = performance.now();
    return [
      atMost('comparison of 64 k blocked people', (compared - start) / 1000, 5, 's'),
      atMost('taking over 64 k blocked people', (applied - compared) / 1000, 30, 's'),
      atMost('main loop delay during both, max', delay.max / 1e6, 50, 'ms'),
      information('search through them, in the reading thread', searched - applied, 'ms'),
    ];
  } finally {
    store.close();
  }
}

/** WhatsApp's list, a page at a time, from memory. */
function answerPage(input: string | URL | Request): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const from = Number(url.searchParams.get('after') ?? 0);
  const length = Math.max(0, Math.min(PAGE, FULL - from));
  const data = Array.from({ length }, (_, n) => ({
    messaging_product: 'whatsapp',
    wa_id: `49151${String(10_000_000 + from + n)}`,
    user_id: `DE.${from + n}`,
  }));
  const paging = { cursors: { after: String(from + length) } };
  return Promise.resolve(Response.json({ data, paging }));
}
