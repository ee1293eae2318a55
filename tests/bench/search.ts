import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openStore } from '#electron/store/open.ts';
import { startReader } from '#electron/store/reader.ts';
import type { BackgroundReader } from '#electron/store/reader.ts';
import { atMost, percentile } from './measure.ts';
import type { Row } from './measure.ts';

const TURNS = 400;

/** As people type: each prefix of the words is a question of its own. Words of many and of few. */
const TYPED = [
  'the delivery',
  'amanhã',
  'amanha flores',
  'entrega hoje por favor',
  'сегодня доставка',
  'شكرا',
  'फूल',
  'girassol uma',
  'de la',
  'has:image flores',
  'from:me the',
  'in:maria bom',
  '花束 明日',
  'a mi',
  'zzyzx nothing',
] as const;

function questions(): string[] {
  return TYPED.flatMap((words) =>
    Array.from({ length: words.length }, (_, index) => words.slice(0, index + 1)),
  );
}

/** Search as you type over all history, from the reading thread, and what the main loop feels of it. */
export async function measureSearch(home: string): Promise<Row[]> {
  const file = join(home, 'frontdesk.db');
  openStore(file).close();
  const reader = startReader({
    file,
    onCrash(reason) {
      throw new Error('The reading thread ended.', { cause: reason });
    },
  });
  try {
    const asked = questions();
    for (const text of asked) await ask(reader, text);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      times.push(await ask(reader, asked[(turn * 7) % asked.length] ?? ''));
    }
    delay.disable();
    return [
      atMost('search as you type, 1–4 words, all history, p95', percentile(times, 0.95), 30, 'ms'),
      atMost('search as you type, 1–4 words, all history, p99', percentile(times, 0.99), 60, 'ms'),
      atMost('main loop delay during search, p99', delay.percentile(99) / 1e6, 20, 'ms'),
      atMost('main loop delay during search, max', delay.max / 1e6, 50, 'ms'),
    ];
  } finally {
    await reader.close();
  }
}

/** Messages and chats, as the search field asks for them; in milliseconds until both are there. */
async function ask(reader: BackgroundReader, text: string): Promise<number> {
  const now = Date.now();
  const start = performance.now();
  const scope = { text, accountId: null, now };
  await Promise.all([
    reader.ask({
      name: 'searchMessages',
      input: { ...scope, chatId: null, after: null, limit: 50 },
    }),
    reader.ask({ name: 'searchChats', input: { ...scope, limit: 5 } }),
  ]);
  return performance.now() - start;
}
