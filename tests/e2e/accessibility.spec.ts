import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { ROOT, startApp } from '../support/app.ts';
import { expect, test } from './app-page.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the welcome screen and in the inbox', async ({
      app,
      home,
      page,
    }, testInfo) => {
      const running = await startApp(home);
      try {
        await page.goto(running.ui);
        await expect(page.getByRole('button', { name: 'Try the practice account' })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: 'Try the practice account' }).click();
        // The history is still arriving, so the first row may change under the click.
        await expect(async () => {
          await app.chats.first().click();
          await expect(app.composer).toBeVisible({ timeout: 1_000 });
        }).toPass();
        for (const size of SIZES) {
          await page.setViewportSize(size);
          expect(await violations(page)).toEqual([]);
          const name = `inbox-${colorScheme}-${size.width}.png`;
          await page.screenshot({ path: testInfo.outputPath(name) });
        }
        if (process.env['UPDATE_PICTURE'] !== undefined && colorScheme === 'light') {
          await page.setViewportSize({ width: 1280, height: 800 });
          await page.screenshot({ path: join(ROOT, 'docs', 'inbox.png') });
        }
      } finally {
        await running.stop();
      }
    });
  });
}

async function violations(
  page: ConstructorParameters<typeof AxeBuilder>[0]['page'],
): Promise<unknown[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
}
