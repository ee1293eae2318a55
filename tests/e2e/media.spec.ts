import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';

const files = createGeneratedFiles();

/** Runs in the page: 0 until the picture is drawn, and for ever when it is broken. */
function widthInPage(picture: Element): number {
  return picture instanceof HTMLImageElement ? picture.naturalWidth : 0;
}

test('pictures open and a voice message plays with the network gone and after a restart', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  let running = await startApp(home, { graphUrl: platform.url });
  try {
    for (const [type, variant, extra] of [
      ['document', 1, { filename: '../../Price list.pdf' }],
      ['image', 1, { caption: 'The bouquet by the window' }],
      ['image', 2, {}],
      ['sticker', 1, {}],
      ['audio', 1, { voice: true }],
    ] as const) {
      const { id, mimeType, sha256 } = files.get(type, variant);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const file = { id, mime_type: mimeType, sha256, ...extra };
      await post(running.webhook, messageDelivery(ANA, { type, timestamp, [type]: file }));
    }
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open the photo' })).toHaveCount(2);

    await platform.stop();
    await page.goto('about:blank');
    await running.stop();
    running = await startApp(home, { graphUrl: platform.url });
    await page.goto(running.ui);
    await app.chat('Ana').click();

    const photos = page.getByRole('log').locator('img');
    await expect(photos).toHaveCount(3);
    for (const photo of await photos.all()) {
      await expect.poll(() => photo.evaluate(widthInPage)).toBeGreaterThan(0);
    }

    const speed = page.getByRole('button', { name: /^Speed/ });
    await speed.click();
    await expect(speed).toHaveText('1.5×');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect
      .poll(async () => Number(await page.getByRole('slider').inputValue()))
      .toBeGreaterThan(0.5);

    await page.getByRole('button', { name: 'Open the photo' }).first().click();
    const viewer = page.getByRole('dialog');
    await expect(viewer.getByRole('img', { name: 'The bouquet by the window' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(viewer.getByRole('img', { name: 'Photo' })).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    expect((await saved).suggestedFilename()).toMatch(/^image-\d+\.png$/);
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();

    const list = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save Price list.pdf' }).click();
    expect((await list).suggestedFilename()).toBe('Price list.pdf');
  } finally {
    await page.goto('about:blank');
    expect(await running.stop()).toBe(0);
  }
});

test('a file that WhatsApp no longer has says so', async ({ app, home, page }) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    const timestamp = String(Math.floor(Date.now() / 1000) - 9 * 24 * 3600);
    const image = { id: '404404', mime_type: 'image/jpeg' };
    await post(running.webhook, messageDelivery(ANA, { type: 'image', timestamp, image }));
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(page.getByText('This file has expired.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});
