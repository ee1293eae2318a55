import { createHash } from 'node:crypto';
import type { JsonObject } from '#shared/json.ts';
import type { Browser } from '@playwright/test';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { addTestAccount, startApp, TEST_ACCOUNT } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { largePhotos } from '../support/large-pictures.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const files = createGeneratedFiles();

const LONG_CAPTION = 'The menu for Saturday, with everything that we talked about. '.repeat(12);

async function upload(platform: PracticePlatform, bytes: Buffer, type: string): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  const response = await fetch(`${platform.url}/v26.0/${TEST_ACCOUNT.phoneNumberId}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_ACCOUNT.accessToken}` },
    body: form,
  });
  return /"id":"(\d+)"/.exec(await response.text())?.[1] ?? '';
}

let sent = 0;

async function receive({ webhook }: RunningApp, type: string, file: JsonObject): Promise<void> {
  sent += 1;
  const timestamp = String(Math.floor(Date.now() / 1000) - 1_000 + sent);
  await post(webhook, messageDelivery(ANA, { type, timestamp, [type]: file }));
}

async function receivePhotos(
  running: RunningApp,
  platform: PracticePlatform,
  browser: Browser,
  count: number,
): Promise<void> {
  for (const bytes of await largePhotos(browser, count)) {
    const id = await upload(platform, bytes, 'image/jpeg');
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    await receive(running, 'image', { id, mime_type: 'image/jpeg', sha256 });
  }
}

/** Runs in the page: 0 until the picture is drawn, and for ever when it is broken. */
function widthInPage(picture: Element): number {
  return picture instanceof HTMLImageElement ? picture.naturalWidth : 0;
}

test('large photos, videos and documents are small in the thread, whole in the viewer, and so after a restart', async ({
  app,
  home,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  addTestAccount(home);
  const platform = await startShopPlatform();
  let running = await startApp(home, { graphUrl: platform.url });
  try {
    await receivePhotos(running, platform, browser, 2);
    const clip = files.get('video', 1);
    await receive(running, 'video', {
      id: clip.id,
      mime_type: 'video/mp4',
      caption: 'So it turns',
    });
    const note = files.get('document', 1);
    const pdf = { id: note.id, mime_type: 'application/pdf', filename: 'Order note.pdf' };
    await receive(running, 'document', pdf);
    const broken = await upload(platform, Buffer.from('%PDF-1.7 and nothing else'), pdf.mime_type);
    await receive(running, 'document', { ...pdf, id: broken, filename: 'Broken.pdf' });

    await page.goto(running.ui);
    await app.chat('Ana').click();
    const thread = page.getByRole('log');
    const photos = thread.getByRole('button', { name: 'Open the photo' }).locator('img');
    await expect(photos).toHaveCount(2, { timeout: 30_000 });
    for (const photo of await photos.all()) {
      await expect.poll(() => photo.evaluate(widthInPage)).toBe(640);
    }
    await expect(thread.locator('video')).toHaveAttribute('poster', /^\/preview\//);
    const firstPage = thread.getByRole('button', { name: 'Open the document' });
    await expect(firstPage).toHaveCount(1);
    await expect(thread.getByText('PDF · 1 page ·')).toBeVisible();
    await expect(thread.getByText('Broken.pdf')).toBeVisible();

    await platform.stop();
    await page.goto('about:blank');
    await running.stop();
    running = await startApp(home, { graphUrl: platform.url });
    const drawnAgain: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') drawnAgain.push(request.url());
    });
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(photos).toHaveCount(2);
    for (const photo of await photos.all()) {
      await expect.poll(() => photo.evaluate(widthInPage)).toBe(640);
    }

    await firstPage.click();
    const viewer = page.getByRole('dialog');
    await expect(viewer.getByText('Page 1 of 1 Casa Verde Flores')).toBeAttached();
    await page.keyboard.press('ArrowLeft');
    await expect(viewer.getByLabel('Video', { exact: true })).toBeVisible();
    await expect(viewer.getByText('So it turns')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    const large = viewer.getByRole('img');
    await expect.poll(() => large.evaluate(widthInPage)).toBe(4000);
    const fits = (await large.boundingBox())?.width ?? 0;
    await page.keyboard.press('+');
    await expect.poll(async () => (await large.boundingBox())?.width).toBeGreaterThan(fits * 1.4);
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowLeft');
    await expect(viewer.getByRole('button', { name: 'Previous' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    await expect(firstPage).toBeFocused();
    expect(drawnAgain).toEqual([]);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('the picture in the viewer is copied, and a file dragged out has its own name', async ({
  app,
  context,
  home,
  page,
}) => {
  addTestAccount(home);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const platform = await startShopPlatform();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    const { id, mimeType } = files.get('image', 1);
    await receive(running, 'image', { id, mime_type: mimeType });
    await receive(running, 'document', {
      id,
      mime_type: mimeType,
      filename: '../../Plan: \u202egnp.exe',
    });
    await page.goto(running.ui);
    await app.chat('Ana').click();
    const pictures = page.getByRole('log').getByRole('button', { name: 'Open the photo' });
    await expect(pictures).toHaveCount(2);
    const dragged = await pictures.last().evaluate((picture) => {
      const dataTransfer = new DataTransfer();
      picture.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
      return dataTransfer.getData('DownloadURL');
    });
    expect(dragged).toMatch(/^image\/png:Plan gnp\.exe:http:\/\/127\.0\.0\.1:\d+\/media\//);

    await pictures.first().click();
    await page.getByRole('button', { name: 'Copy the picture' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types;
    });
    expect(copied).toEqual(['image/png']);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('pictures and the viewer can be used by everybody', async ({ app, browser, home, page }) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await receivePhotos(running, platform, browser, 1);
    const clip = files.get('video', 1);
    await receive(running, 'video', { id: clip.id, mime_type: 'video/mp4' });
    const note = files.get('document', 1);
    const pdf = { id: note.id, mime_type: 'application/pdf', filename: 'Order note.pdf' };
    await receive(running, 'document', { ...pdf, caption: LONG_CAPTION });
    await page.goto(running.ui);
    await app.chat('Ana').click();
    const thread = page.getByRole('log');
    const firstPage = thread.getByRole('button', { name: 'Open the document' });
    await expect(firstPage).toBeVisible({ timeout: 20_000 });
    await expect(thread.getByRole('button', { name: 'Open the photo' })).toBeVisible();
    await expectAccessible(page, 'pictures');
    await firstPage.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Page 1 of 1 Casa')).toBeAttached();
    await expectAccessible(page, 'viewer-document');
    await page.keyboard.press('ArrowLeft');
    await expect(dialog.locator('video')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Previous' })).toBeEnabled();
    await page.keyboard.press('ArrowLeft');
    await expect(dialog.getByRole('img')).toBeVisible();
    await expectAccessible(page, 'viewer-photo');
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});
