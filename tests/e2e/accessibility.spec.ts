import { join } from 'node:path';
import { ROOT, startApp } from '../support/app.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
] as const;

test('axe finds nothing on the welcome screen and in the inbox', async ({ app, home, page }) => {
  const running = await startApp(home);
  try {
    await page.goto(running.ui);
    await expect(page.getByRole('button', { name: 'Try the practice account' })).toBeVisible();
    await expectAccessible(page, 'welcome');
    await page.getByRole('button', { name: 'Try the practice account' }).click();
    // The history is still arriving, so the first row may change under the click.
    await expect(async () => {
      await app.chats.first().click();
      await expect(app.composer).toBeVisible({ timeout: 1_000 });
    }).toPass();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectAccessible(page, `inbox-${size.width}`);
    }
    if (process.env['UPDATE_PICTURE'] !== undefined) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.screenshot({ path: join(ROOT, 'docs', 'inbox.png') });
    }
  } finally {
    await running.stop();
  }
});
