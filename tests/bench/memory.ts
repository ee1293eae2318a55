import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What a process holds in memory, its share of libraries included; in megabytes. */
export function memoryOf(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const kilobytes = Number(stdout.trim());
  if (!(kilobytes > 0)) throw new Error(`There is no process ${pid}.`);
  return kilobytes / 1000;
}

const processes = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.int() })),
});

/**
 * The largest of the browser's page processes, in megabytes. What the page has let go of is swept
 * out first: when Chromium does that by itself depends on the machine, not on the page.
 */
export async function memoryOfPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const answer = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const pages = processes.parse(answer).processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...pages.map(({ id }) => memoryOf(id)));
}
