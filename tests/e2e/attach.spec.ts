import type { Locator, Page } from '@playwright/test';
import { objectAt } from '#shared/json-fields.ts';
import type { Json } from '#shared/json.ts';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { sample } from '../support/files.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const PICTURE = createGeneratedFiles().get('image', 1);

function greeting(): ReturnType<typeof messageDelivery> {
  return messageDelivery(ANA, { timestamp: `${Math.floor(Date.now() / 1000)}` });
}

/** What Meta took, without its own ids of the files. */
function taken(platform: PracticePlatform): [string, Json][] {
  return platform.accepted.map(({ type, body }) => {
    const { id: _id, ...content } = objectAt(body, type) ?? {};
    return [type, content];
  });
}

interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Lets a file go over the thread, or pastes it, as the browser would say it. */
async function give(target: Locator, how: 'drop' | 'paste', file: GivenFile): Promise<void> {
  const { name, type } = file;
  await target.evaluate(
    (element, given) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(given.base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], given.name, { type: given.type }));
      if (given.how === 'paste') {
        const options = { clipboardData: data, bubbles: true, cancelable: true };
        element.dispatchEvent(new ClipboardEvent('paste', options));
        return;
      }
      const { left, top } = element.getBoundingClientRect();
      const place = { clientX: left + 40, clientY: top + 200, bubbles: true, cancelable: true };
      for (const step of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(step, { ...place, dataTransfer: data }));
      }
    },
    { how, name, type, base64: file.bytes.toString('base64') },
  );
}

/** From the first listener on, the browser hands the dialog to the test; it takes a moment to. */
function watchForFileDialogs(page: Page): void {
  page.on('filechooser', () => undefined);
}

/** Opens the file chooser by its key and takes these. */
async function choose(page: Page, files: readonly GivenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Shift+A');
  await (
    await chooser
  ).setFiles(files.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes })));
}

function strip(page: Page): Locator {
  return page.getByRole('list', { name: 'Files to send' });
}

/** While a file is on its way into the field, a later one may take the place before it. */
async function expectInPlace(page: Page, name: string): Promise<void> {
  await expect(strip(page).getByRole('button', { name: `Move ${name} up` })).toBeVisible();
}

test('files attached by key, drag and paste arrive in the order in which they stand', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await post(running.webhook, greeting());
    watchForFileDialogs(page);
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await app.composer.fill('Our roses');

    await choose(page, [
      { name: 'roses.png', type: 'image/png', bytes: PICTURE.bytes },
      { name: '../../prices.pdf', type: 'application/pdf', bytes: sample('pdf', 300_000) },
    ]);
    await expectInPlace(page, 'prices.pdf');
    await expect(app.composer).toBeFocused();
    const pane = page.locator('[data-pane="thread"]');
    await give(pane, 'drop', { name: 'hours.txt', type: '', bytes: Buffer.from('9 to 6') });
    await expectInPlace(page, 'hours.txt');
    const song = { name: 'song.mp3', type: 'audio/mpeg', bytes: sample('mp3') };
    await give(app.composer, 'paste', song);
    await expectInPlace(page, 'song.mp3');
    await expect(strip(page).getByRole('listitem')).toHaveCount(4);

    await page.getByRole('textbox', { name: 'Caption of prices.pdf' }).fill('All prices');
    const up = page.getByRole('button', { name: 'Move song.mp3 up' });
    await up.press('Enter');
    await expect(strip(page).getByRole('listitem').nth(2)).toContainText('song.mp3');
    await expect(up).toBeFocused();
    await page.getByRole('button', { name: 'Remove hours.txt' }).press('Enter');
    await expect(app.composer).toBeFocused();
    await app.composer.press('Enter');

    await expect(strip(page)).toBeHidden();
    await expect(app.messages.filter({ hasText: 'Our roses' }).locator('img')).toBeVisible();
    await expect
      .poll(() => taken(platform))
      .toEqual([
        ['image', { caption: 'Our roses' }],
        ['document', { caption: 'All prices', filename: 'prices.pdf' }],
        ['audio', {}],
      ]);
    await expect(app.composer).toHaveValue('');
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('what stands in the field is there after a power cut, words and all', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  let running = await startApp(home, { graphUrl: platform.url });
  try {
    await post(running.webhook, greeting());
    watchForFileDialogs(page);
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(app.composer).toBeVisible();
    await choose(page, [{ name: 'roses.png', type: 'image/png', bytes: PICTURE.bytes }]);
    const caption = page.getByRole('textbox', { name: 'Caption of roses.png' });
    await caption.fill('By the window');
    const door = await openDoor(running.ui);
    await expect
      .poll(() => door.invoke('attachments.list', { chatId: 1 }))
      .toMatchObject({ data: [{ caption: 'By the window' }] });
    door.close();
    await page.goto('about:blank');
    await running.kill();
    running = await startApp(home, { graphUrl: platform.url });
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(strip(page).getByRole('listitem')).toHaveCount(1);
    await expect(caption).toHaveValue('By the window');
    await expect
      .poll(() =>
        strip(page)
          .locator('img')
          .evaluate((picture) => (picture instanceof HTMLImageElement ? picture.naturalWidth : 0)),
      )
      .toBeGreaterThan(0);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('a file that can’t go says why and what can be done, and does it', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await startShopPlatform();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await post(running.webhook, greeting());
    watchForFileDialogs(page);
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(app.composer).toBeVisible();
    const large = Buffer.concat([PICTURE.bytes, Buffer.alloc(6_000_000)]);
    await choose(page, [
      { name: 'garden.png', type: 'image/png', bytes: large },
      { name: 'menu.pdf', type: 'application/pdf', bytes: sample('exe') },
      { name: 'empty.jpg', type: 'image/jpeg', bytes: Buffer.alloc(0) },
      { name: 'hours.txt', type: 'text/plain', bytes: Buffer.from('9 to 6') },
    ]);
    const files = strip(page);
    await expect(files.getByText('6 MB is too large for a picture')).toBeVisible();
    await expect(files.getByText('WhatsApp does not take files of this kind.')).toBeVisible();
    await expect(files.getByText('This file is empty.')).toBeVisible();
    await expect(files.getByText('hours.txt')).toBeVisible();
    await expectAccessible(page, 'files-refused');

    await page.getByRole('button', { name: 'Convert the picture: garden.png' }).press('Enter');
    await page.getByRole('button', { name: 'Remove menu.pdf' }).press('Enter');
    await page.getByRole('button', { name: 'Remove empty.jpg' }).press('Enter');
    await expect(page.getByRole('textbox', { name: /^Caption of garden/ })).toBeVisible();
    await expect(files.getByText('too large')).toBeHidden();
    await app.composer.press('Enter');
    await expect
      .poll(() =>
        taken(platform)
          .map(([type]) => type)
          .toSorted(),
      )
      .toEqual(['document', 'image']);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});
