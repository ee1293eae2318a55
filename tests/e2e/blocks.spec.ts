import type { Page } from '@playwright/test';
import { systemClock } from '#electron/clock.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { addTestAccount, startApp, TEST_ACCOUNT } from '../support/app.ts';
import { NUMBER, startQuietPlatform } from '../support/practice.ts';
import { messageDelivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const { phoneNumberId, wabaId, accessToken, appSecret } = TEST_ACCOUNT;
const ANA = { waId: '5511988776655', name: 'Ana' };
const STRANGER = '4915112345678';

/** A shop to which Ana wrote an hour ago, with WhatsApp behind it. */
async function withWhatsApp(
  home: string,
  page: Page,
  work: (platform: PracticePlatform) => Promise<void>,
): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  const platform = await startQuietPlatform({
    clock: systemClock,
    numbers: [{ ...NUMBER, phoneNumberId, wabaId, accessToken, appSecret }],
    customers: [{ ...ANA, bsuid: 'BR.1', lastWroteAt: hourAgo }],
  });
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    const timestamp = String(Math.floor(hourAgo / 1000));
    await post(running.webhook, messageDelivery(ANA, { timestamp }));
    await page.goto(running.ui);
    await work(platform);
  } finally {
    // A page that outlives the app complains about the line it lost.
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
}

test('somebody is blocked, changed, compared and unblocked by keyboard', async ({
  app,
  home,
  page,
}) => {
  await withWhatsApp(home, page, async (platform) => {
    const { keyboard } = page;
    await app.chat('Ana').press('Enter');
    await expect(app.composer).toBeVisible();
    await keyboard.press('Control+Alt+b');
    const ask = page.getByRole('dialog', { name: 'Block this person' });
    await expect(ask.getByText('Ana can be blocked now.')).toBeVisible();
    await ask.getByRole('textbox', { name: 'Why' }).fill('Insults');
    await ask.getByRole('radio', { name: '1 week' }).press('Space');
    await expectAccessible(page, 'block-dialog');
    await ask.getByRole('button', { name: 'Block Ana' }).press('Enter');
    await expect(page.getByText('Blocked Ana').first()).toBeVisible();
    expect(platform.blocks.list(phoneNumberId)).toEqual([ANA.waId]);
    const closed = page.getByRole('region', { name: 'Ana is blocked' });
    await expect(closed).toContainText('Reason: Insults');
    await expectAccessible(page, 'blocked-composer');

    await page.getByRole('link', { name: 'Block list' }).press('Enter');
    const row = page.getByRole('checkbox', { name: 'Choose Ana' });
    await row.focus();
    await expectAccessible(page, 'block-list');
    await row.press('Enter');
    const change = page.getByRole('dialog', { name: 'Ana’s block' });
    await change.getByRole('textbox', { name: 'Why' }).fill('Insults, twice');
    await change.getByRole('textbox', { name: 'Why' }).press('Tab');
    await change.getByRole('button', { name: 'Save' }).press('Enter');
    const list = page.getByRole('list', { name: 'Blocked people' });
    await expect(list).toContainText('Insults, twice');

    platform.blocks.blockElsewhere(phoneNumberId, STRANGER);
    await page.getByRole('button', { name: 'Compare with WhatsApp' }).press('Enter');
    const compare = page.getByRole('dialog', { name: 'Compare with WhatsApp' });
    await expect(compare).toContainText('1 person blocked at WhatsApp is not in your contacts');
    await expectAccessible(page, 'block-difference');
    await compare.getByRole('button', { name: 'Make the list here equal' }).press('Enter');
    await expect(compare).toContainText('equal to WhatsApp’s now: 1 added, 0 ended');
    await keyboard.press('Escape');
    await expect(list.getByRole('listitem')).toHaveCount(2);

    await row.press('Delete');
    await expect(page.getByText('Unblocked Ana').first()).toBeVisible();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    expect(platform.blocks.list(phoneNumberId)).toEqual([STRANGER]);
    await expect(list.getByRole('checkbox'), 'the focus goes on').toBeFocused();
    await keyboard.press('Control+z');
    await expect(list.getByRole('listitem')).toHaveCount(2);

    await page.getByRole('link', { name: 'History' }).press('Enter');
    await expect(list).toContainText('Went on with another reason or end');
    await expect(list).toContainText('You unblocked them');
    await expectAccessible(page, 'block-history');
  });
});
