import type { Locator, Page } from '@playwright/test';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { startGraphTap } from '../support/graph-tap.ts';
import type { GraphTap } from '../support/graph-tap.ts';
import { readOggOpus } from '../support/ogg-opus.ts';
import { ANA as PRACTICE_ANA } from '../support/practice.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import {
  ANA,
  delivery,
  message,
  messageDelivery,
  messagesChange,
  post,
} from '../support/webhooks.ts';
import { expect, test as base } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';

interface Shop {
  readonly running: RunningApp;
  readonly graph: GraphTap;
}

// Recording takes the time that it takes, and encoding more of it where the machine is busy.
base.describe.configure({ timeout: 180_000 });

/** A shop to which Ana has just written, open in the page. */
const test = base.extend<{ readonly shop: Shop }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream'];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  shop: async ({ home, page }, use) => {
    expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
    const platform = await startShopPlatform({
      customers: [{ ...PRACTICE_ANA, waId: ANA.waId ?? '', lastWroteAt: Date.now() }],
    });
    const graph = await startGraphTap(platform.url);
    const running = await startApp(home, { graphUrl: graph.url });
    await post(running.webhook, messageDelivery(ANA, { timestamp: seconds() }));
    await page.goto(running.ui);
    await use({ running, graph });
    await page.goto('about:blank');
    expect(await running.stop()).toBe(0);
    await graph.stop();
    await platform.stop();
  },
});

/** Meta's clock. */
function seconds(): string {
  return String(Math.floor(Date.now() / 1000));
}

/** Where a sound stands, in seconds. */
async function at(slider: Locator): Promise<number> {
  return Number(await slider.inputValue());
}

/** How many different heights the bars of a sound have. */
async function heights(sound: Locator): Promise<number> {
  const outline = await sound.locator('svg[preserveAspectRatio] path').first().getAttribute('d');
  return new Set(outline?.match(/v[\d.]+/g)).size;
}

/** The clock of the recorder, in whole seconds. */
async function recorded(page: Page): Promise<number> {
  const text = await page.getByRole('timer', { name: 'Recorded' }).textContent();
  return Number(text?.split(':')[1]);
}

test.describe('with a microphone', () => {
  test.use({ permissions: ['microphone'] });

  test('a voice message is recorded, heard and sent by keyboard alone', async ({
    app,
    page,
    shop,
  }) => {
    await app.chat('Ana').click();
    await app.composer.press('Control+r');
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(2);
    await expectAccessible(page, 'recording');
    await page.setViewportSize({ width: 900, height: 700 });
    await expectAccessible(page, 'narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Control+r');

    const draft = page.getByRole('group', { name: 'Voice message, not sent yet' });
    await expect(draft).toBeVisible();
    await expect.poll(() => heights(draft), 'it is drawn as it sounds').toBeGreaterThan(4);
    await expect(app.composer).toBeFocused();
    await draft.getByRole('button', { name: 'Play' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => Number(await draft.getByRole('slider').inputValue()))
      .toBeGreaterThan(0.3);
    await expectAccessible(page, 'draft');

    await app.composer.press('Enter');
    await expect(draft).toBeHidden();
    const own = app.messages.last();
    await expect(own.getByRole('group', { name: 'Voice message' })).toBeVisible();
    await expect(own).toHaveAccessibleName(/, (sent|delivered|read), /);
    await keepPicture(page, 'sent');

    expect(shop.graph.uploads).toHaveLength(1);
    const [upload] = shop.graph.uploads;
    const facts = readOggOpus(upload?.bytes ?? Buffer.alloc(0));
    expect(facts).toMatchObject({ channels: 1 });
    expect(facts.durationS).toBeGreaterThan(1.8);
    expect(shop.graph.messages.at(-1)).toMatchObject({
      type: 'audio',
      audio: { id: expect.any(String), voice: true },
    });
  });

  test('a recording is thrown away by Escape and by sliding, and can be had back at first', async ({
    app,
    page,
    shop,
  }) => {
    await app.chat('Ana').click();
    await app.composer.fill('Half a sentence');
    const record = page.getByRole('button', { name: 'Record a voice message' });
    await record.click();
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.keyboard.press('Escape');
    await expect(app.composer).toHaveValue('Half a sentence');

    const box = await record.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10];
    await page.mouse.move(x + 200, y);
    await record.hover();
    await page.mouse.down();
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.mouse.move(x - 60, y, { steps: 4 });
    await expect(page.getByText('Slide to cancel')).toBeVisible();
    await page.mouse.move(x - 160, y, { steps: 4 });
    await expect(app.composer).toBeVisible();
    await page.mouse.up();

    const sounds = page.getByRole('group', { name: /Voice message/ });
    await expect(sounds).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(sounds).toHaveCount(1);
    await page.getByRole('button', { name: 'Remove Voice message' }).click();
    await expect(sounds).toHaveCount(0);
    await page.reload();
    await expect(app.composer).toHaveValue('Half a sentence');
    await expect(sounds).toHaveCount(0);
    expect(shop.graph.uploads).toEqual([]);
  });

  test('holding the button records until it is let go', async ({ app, page, shop: _shop }) => {
    await app.chat('Ana').click();
    await page.getByRole('button', { name: 'Record a voice message' }).hover();
    await page.mouse.down();
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.mouse.up();
    await expect(page.getByRole('group', { name: 'Voice message, not sent yet' })).toBeVisible();
  });

  test('Send while recording sends the voice message and leaves what is written', async ({
    app,
    page,
    shop,
  }) => {
    await app.chat('Ana').click();
    await app.composer.fill('Half a sentence');
    await app.composer.press('Control+r');
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.getByRole('button', { name: 'Pause the recording' }).click();
    const paused = await recorded(page);
    await page.getByRole('button', { name: 'Go on recording' }).click();
    await expect.poll(() => recorded(page)).toBeGreaterThan(paused);
    await page.getByRole('button', { name: 'Send' }).click();
    const own = app.messages.last();
    await expect(own.getByRole('group', { name: 'Voice message' })).toBeVisible();
    await expect(app.composer).toHaveValue('Half a sentence');
    await expect.poll(() => shop.graph.uploads.length).toBe(1);
    await page.reload();
    await expect(app.composer).toHaveValue('Half a sentence');
  });

  test('what was said is kept when the chat is left, the page reloaded or the microphone lost', async ({
    app,
    page,
    shop: _shop,
  }) => {
    await keepTracks(page);
    await page.reload();
    await app.chat('Ana').click();
    const drafts = page.getByRole('group', { name: 'Voice message, not sent yet' });
    await app.composer.press('Control+r');
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.evaluate(() => window.location.assign('#/inbox'));
    await expect(page.getByText('Choose a chat')).toBeVisible();
    await app.chat('Ana').click();
    await expect(drafts).toHaveCount(1);

    await app.composer.press('Control+r');
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(3);
    await page.reload();
    await expect(drafts).toHaveCount(2);
    await expect(page.getByText('Frontdesk was closed while you recorded.')).toBeVisible();
    await page.getByRole('button', { name: 'All right' }).click();

    await app.composer.press('Control+r');
    await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(1);
    await page.evaluate(() => document.dispatchEvent(new Event('unplug')));
    await expect(page.getByText('The microphone was disconnected.')).toBeVisible();
    await expect(drafts).toHaveCount(3);
    await expectAccessible(page, 'interrupted');
  });
});

test('voice messages are heard one after the other, at any place and speed, seen or not', async ({
  app,
  page,
  shop,
}) => {
  const files = createGeneratedFiles();
  for (const variant of [1, 2]) {
    const { id, mimeType, sha256 } = files.get('audio', variant);
    const audio = { id, mime_type: mimeType, sha256, voice: true };
    const told = { type: 'audio', timestamp: seconds(), audio };
    await post(shop.running.webhook, messageDelivery(ANA, told));
  }
  await app.chat('Ana').click();
  const sounds = page.getByRole('log').getByRole('group', { name: 'Voice message' });
  await expect(sounds).toHaveCount(2);
  await expect(sounds.first(), 'the length is known before it is played').toContainText('0:04');

  const [first, second] = [sounds.first().getByRole('slider'), sounds.last().getByRole('slider')];
  await sounds.first().getByRole('button', { name: 'Speed: 1 times' }).click();
  await expect(sounds.last().getByRole('button', { name: 'Speed: 1.5 times' })).toBeVisible();

  const track = await first.boundingBox();
  await first.click({ position: { x: (track?.width ?? 0) / 2, y: 10 } });
  await expect.poll(() => at(first)).toBeGreaterThan(1.5);
  expect(await at(first)).toBeLessThan(2.5);
  await page.keyboard.press('ArrowLeft');
  expect(await at(first)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-valuetext', '0:04 / 0:04');
  await page.keyboard.press('Home');

  await page.keyboard.press(' ');
  await expect(sounds.first().getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(sounds.last().getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(sounds.first().getByRole('button', { name: 'Play' })).toBeVisible();
  await expect.poll(() => at(second)).toBeGreaterThan(0.2);

  await sounds.last().getByRole('button', { name: 'Pause' }).click();
  await keepPicture(page, 'heard');

  const lines = Array.from({ length: 30 }, (_none, index) =>
    message(ANA, { timestamp: seconds(), text: { body: `Line ${index}` }, type: 'text' }),
  );
  await post(shop.running.webhook, delivery(messagesChange([ANA], lines)));
  await expect(app.bubble('Line 29')).toBeVisible();
  const bar = page.getByRole('region', { name: 'Playing' });
  await bar.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expectAccessible(page, 'out-of-sight');
  await bar.getByRole('button', { name: 'Voice message · Ana' }).click();
  await expect(sounds.last()).toBeInViewport();
  await expect(bar).toBeHidden();

  await sounds.last().getByRole('button', { name: 'Play' }).click();
  await page.evaluate(() => window.location.assign('#/inbox'));
  await expect(bar).toBeVisible();
  await keepPicture(page, 'nothing-open');
  await bar.getByRole('button', { name: 'Stop playing' }).click();
  await expect(bar).toBeHidden();

  await app.chat('Ana').click();
  await page.reload();
  const speed = page.getByRole('button', { name: 'Speed: 1.5 times' });
  await expect(speed.first(), 'the speed is remembered').toBeAttached();
});

test('a sound that WhatsApp does not take is converted to one that it does', async ({
  app,
  page,
  shop,
}) => {
  await app.chat('Ana').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'greeting.wav',
    mimeType: 'audio/wav',
    buffer: stereoWav(2),
  });
  const files = page.getByRole('list', { name: 'Files to send' });
  await expect(files).toContainText('WhatsApp does not take sounds of this kind.');
  await page.getByRole('button', { name: 'Convert the sound: greeting.wav' }).click();
  await expect(files).toContainText('greeting.ogg');
  await app.composer.press('Enter');
  await expect.poll(() => shop.graph.uploads.length).toBe(1);
  const facts = readOggOpus(shop.graph.uploads[0]?.bytes ?? Buffer.alloc(0));
  expect(facts.channels).toBe(1);
  expect(facts.durationS).toBeCloseTo(2, 1);
  await expect
    .poll(() => shop.graph.messages.at(-1))
    .toMatchObject({ type: 'audio', audio: { id: expect.any(String) } });
  expect(shop.graph.messages.at(-1)).not.toMatchObject({ audio: { voice: true } });
});

/** A tone in both channels, 16 bits, uncompressed. */
function stereoWav(lengthS: number): Buffer {
  const rate = 44_100;
  const data = Buffer.alloc(lengthS * rate * 4);
  for (let index = 0; index < lengthS * rate; index += 1) {
    const sample = Math.round(8_000 * Math.sin((index * 2 * Math.PI * 440) / rate));
    data.writeInt16LE(sample, index * 4);
    data.writeInt16LE(sample, index * 4 + 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** Lets the page's microphone be unplugged by an event of the document. */
async function keepTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!('mediaDevices' in navigator)) return;
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      document.addEventListener('unplug', () => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      });
      return stream;
    };
  });
}

test.describe('without a microphone', () => {
  test.use({ permissions: [] });

  test('the owner is told why and what to do, and can go on writing', async ({
    app,
    context,
    page,
    shop: _shop,
  }) => {
    const session = await context.newCDPSession(page);
    await session.send('Browser.setPermission', {
      permission: { name: 'microphone' },
      setting: 'denied',
    });
    await app.chat('Ana').click();
    await app.composer.press('Control+r');
    const trouble = page.getByRole('alert').filter({ hasText: 'may not use the microphone' });
    await expect(trouble).toBeVisible();
    await expect(app.composer).toBeFocused();
    await expectAccessible(page, 'refused');
    await page.getByRole('button', { name: 'All right' }).click();
    await expect(trouble).toBeHidden();
  });
});
