import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { systemClock } from '#electron/clock.ts';
import { addTestAccount, startApp, TEST_ACCOUNT } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { startGraphTap } from '../support/graph-tap.ts';
import type { GraphTap } from '../support/graph-tap.ts';
import { readOggOpus } from '../support/ogg-opus.ts';
import { ANA as PRACTICE_ANA, NUMBER, startQuietPlatform } from '../support/practice.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';
import { expect, test as base } from './app-page.ts';

interface Shop {
  readonly running: RunningApp;
  readonly graph: GraphTap;
}

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
    const { phoneNumberId, wabaId, accessToken, appSecret } = TEST_ACCOUNT;
    const platform = await startQuietPlatform({
      clock: systemClock,
      numbers: [{ ...NUMBER, phoneNumberId, wabaId, accessToken, appSecret }],
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

async function violations(page: Page): Promise<unknown[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
}

/** The clock of the recorder, in whole seconds. */
async function recorded(page: Page): Promise<number> {
  const text = await page.getByRole('timer', { name: 'Recorded' }).textContent();
  return Number(text?.split(':')[1]);
}

test.describe('with a microphone', () => {
  test.use({ permissions: ['microphone'] });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('a voice message is recorded, heard and sent by keyboard alone', async ({
        app,
        page,
        shop,
      }, testInfo) => {
        await app.chat('Ana').click();
        await app.composer.press('Control+r');
        await expect.poll(() => recorded(page)).toBeGreaterThanOrEqual(2);
        expect(await violations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`recording-${colorScheme}.png`) });
        await page.keyboard.press('Control+r');

        const draft = page.getByRole('group', { name: 'Voice message, not sent yet' });
        await expect(draft).toBeVisible();
        await expect(app.composer).toBeFocused();
        await draft.getByRole('button', { name: 'Play' }).focus();
        await page.keyboard.press('Enter');
        await expect
          .poll(async () => Number(await draft.getByRole('slider').inputValue()))
          .toBeGreaterThan(0.3);
        expect(await violations(page)).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`draft-${colorScheme}.png`) });

        await app.composer.press('Enter');
        await expect(draft).toBeHidden();
        const own = app.messages.last();
        await expect(own.getByRole('group', { name: 'Voice message' })).toBeVisible();
        await expect(own).toHaveAccessibleName(/, (sent|delivered|read), /);
        await page.screenshot({ path: testInfo.outputPath(`sent-${colorScheme}.png`) });

        expect(shop.graph.uploads).toHaveLength(1);
        const [upload] = shop.graph.uploads;
        const facts = readOggOpus(upload?.bytes ?? Buffer.alloc(0));
        expect(facts).toMatchObject({ channels: 1 });
        expect(facts.durationS).toBeGreaterThan(1.8);
        expect(shop.graph.messages).toMatchObject([
          { type: 'audio', audio: { id: expect.any(String), voice: true } },
        ]);
      });
    });
  }
});
