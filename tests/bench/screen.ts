import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { provideChromium } from '../support/chromium.ts';
import { atMost, information, percentile } from './measure.ts';
import { memoryOf, memoryOfPage } from './memory.ts';
import type { Row } from './measure.ts';

const STARTS = 5;
const CLICKS = 40;
const SCROLL_FRAMES = 1_500;
const SEARCHED = ['entrega hoje', 'شكرا', 'girassol', 'de la'];

/** A browser that is already open, so that starting it is not counted as Frontdesk's time. */
async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = provideChromium();
  if (executablePath === undefined) throw new Error('The screen rows need Chromium.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await work(await browser.newPage({ viewport: { width: 1280, height: 800 } }));
  } finally {
    await browser.close();
  }
}

const FIRST_CHAT = 'ul[aria-label="Chats"] button';

/** Milliseconds from starting the program until a chat can be clicked. */
async function timeStart(page: Page, home: string): Promise<number> {
  const start = performance.now();
  const app = await startApp(home);
  try {
    await page.goto(app.ui);
    await page.locator(FIRST_CHAT).first().waitFor();
    return performance.now() - start;
  } finally {
    await page.goto('about:blank');
    await app.stop();
  }
}

async function medianStart(page: Page, home: string): Promise<number> {
  const samples: number[] = [];
  await timeStart(page, home);
  for (let turn = 0; turn < STARTS; turn += 1) samples.push(await timeStart(page, home));
  return percentile(samples, 0.5);
}

/** From the click until the frame that shows the thread has been painted. */
async function timeClicks(page: Page): Promise<number[]> {
  return await page.evaluate(
    async ({ selector, clicks }) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, alone
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const samples: number[] = [];
      for (let turn = 0; turn < clicks; turn += 1) {
        const rows = document.querySelectorAll<HTMLElement>(selector);
        const row = rows[turn % Math.min(rows.length, 9)];
        const before = document.querySelector('[role="log"]')?.getAttribute('aria-label');
        const start = performance.now();
        row?.click();
        let shown = false;
        while (!shown && performance.now() - start < 5_000) {
          await frame();
          const log = document.querySelector('[role="log"]');
          shown =
            log !== null &&
            log.getAttribute('aria-label') !== before &&
            log.querySelector('article') !== null;
        }
        samples.push(performance.now() - start);
        for (let wait = 0; wait < 10; wait += 1) await frame();
      }
      return samples;
    },
    { selector: FIRST_CHAT, clicks: CLICKS },
  );
}

interface Scrolling {
  readonly frames: number[];
  readonly rows: number;
}

/** Scrolls up through the open thread a little in every frame, as a wheel does. */
async function timeScrolling(page: Page): Promise<Scrolling> {
  return await page.evaluate(async (count) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, alone
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const inside = document.querySelector('[role="log"] article');
    let scroller = inside?.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      scroller = scroller.parentElement;
    }
    if (!scroller) throw new Error('The thread does not scroll.');
    const frames: number[] = [];
    let rows = 0;
    let last = await frame();
    for (let turn = 0; turn < count; turn += 1) {
      scroller.scrollBy(0, -120);
      const now = await frame();
      frames.push(now - last);
      last = now;
      rows = Math.max(rows, document.querySelectorAll('[role="log"] article').length);
    }
    return { frames, rows };
  }, SCROLL_FRAMES);
}

/** Types into the search field, so that the core has worked for its memory. */
async function searchAsPeopleType(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('searchbox').first();
  for (const words of SEARCHED) {
    await field.fill('');
    await field.pressSequentially(words);
    await page.locator('mark').first().waitFor();
  }
}

async function withApp<T>(page: Page, home: string, work: (app: RunningApp) => Promise<T>) {
  const app = await startApp(home);
  try {
    await page.goto(app.ui);
    await page.locator(FIRST_CHAT).first().waitFor();
    return await work(app);
  } finally {
    await page.goto('about:blank');
    await app.stop();
  }
}

async function measureClicks(page: Page, home: string): Promise<Row[]> {
  return await withApp(page, home, async (app) => {
    await timeClicks(page);
    const clicks = await timeClicks(page);
    await searchAsPeopleType(page);
    return [
      atMost('click on a chat → painted, p95', percentile(clicks, 0.95), 100, 'ms'),
      atMost('memory of the core after clicks and searches', memoryOf(app.pid), 250, 'MB'),
      atMost('memory of the page after it', await memoryOfPage(page), 250, 'MB'),
    ];
  });
}

async function measureLongThread(page: Page, home: string): Promise<Row[]> {
  return await withApp(page, home, async (app) => {
    await page.locator(FIRST_CHAT).first().click();
    await page.locator('[role="log"] article').first().waitFor();
    const { frames, rows } = await timeScrolling(page);
    return [
      atMost('scrolling a thread of 100 k, p95 frame', percentile(frames, 0.95), 20, 'ms'),
      atMost('scrolling a thread of 100 k, most rows in the DOM', rows, 300, 'rows'),
      atMost('memory of the core after scrolling', memoryOf(app.pid), 250, 'MB'),
      atMost('memory of the page after scrolling', await memoryOfPage(page), 250, 'MB'),
    ];
  });
}

interface Homes {
  /** A million messages in 20,000 chats. */
  readonly large: string;
  /** Ten thousand messages. */
  readonly small: string;
  /** One chat of a hundred thousand messages. */
  readonly long: string;
}

export async function measureScreen({ large, small, long }: Homes): Promise<Row[]> {
  return await withPage(async (page) => {
    const [few, many] = [await medianStart(page, small), await medianStart(page, large)];
    return [
      atMost('start to first usable inbox, median', many, 1_500, 'ms'),
      information('start to first usable inbox at 10 k messages, median', few, 'ms'),
      atMost('start at 1 M against 10 k messages', many / few, 1.2, '×'),
      ...(await measureClicks(page, large)),
      ...(await measureLongThread(page, long)),
    ];
  });
}
