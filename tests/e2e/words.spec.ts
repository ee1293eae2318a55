import { addTestAccount, startApp } from '../support/app.ts';
import { ANA, message, messagesChange, delivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';

/** Meta's clock is in seconds. */
const timestamp = (): string => String(Math.floor(Date.now() / 1000));

const HOSTILE = [
  '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
  'javascript:window.hit=1 data:text/html,x',
  '\u202Egpj.exe *bold',
  '🎉'.repeat(4096),
  'line\n'.repeat(100_000),
].join('\n');

test('words are shown as WhatsApp shows them, and hostile ones are only words', async ({
  app,
  home,
  page,
}) => {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(running.ui);
    const texts = [
      HOSTILE,
      '*Order 7*\n> two vases\n- white\n- blue\n```SKU 12``` or `SKU 13`',
      'See https://shop.example/vases and https://аррle.example/',
      '🌸',
    ];
    const answer = await post(
      running.webhook,
      delivery(
        messagesChange(
          [ANA],
          texts.map((body) =>
            message(ANA, { timestamp: timestamp(), type: 'text', text: { body } }),
          ),
        ),
      ),
    );
    expect(answer.status).toBe(200);
    await app.chat('Ana').click();

    const order = app.bubble('Order 7');
    await expect(order.locator('strong')).toHaveText('Order 7');
    await expect(order.getByRole('listitem')).toHaveText(['white', 'blue']);
    await expect(order.locator('blockquote')).toHaveText('two vases');
    await expect(order.locator('code')).toHaveText(['SKU 12', 'SKU 13']);

    const hostile = app.bubble('onerror');
    await expect(hostile.getByRole('button', { name: 'Read more' })).toBeVisible();
    await expect(hostile.locator('img, script, a')).toHaveCount(0);
    await hostile.getByRole('button', { name: 'Read more' }).click();
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);

    await page.getByRole('link', { name: /le\.example/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Open this link?' });
    await expect(dialog).toContainText('xn--le-6kc8da.example');
    await expect(dialog).toContainText('letters that can look like others');
    await expectAccessible(page, 'link');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expectAccessible(page, 'words');

    await order.focus();
    await page.keyboard.press('i');
    const story = page.getByRole('dialog', { name: 'What happened' });
    await expect(story).toContainText('Webhook 1');
    await expect(story).toContainText('"type": "text"');
    await expectAccessible(page, 'story');
    await page.keyboard.press('Escape');
    await expect(story).toBeHidden();
  } finally {
    await running.stop();
  }
});

test('a quick reply is written, found by its name and filled in, and a text is taken back', async ({
  app,
  home,
  page,
}) => {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(running.ui);
    await post(
      running.webhook,
      delivery(messagesChange([ANA], [message(ANA, { timestamp: timestamp() })])),
    );
    await app.chat('Ana').click();
    await app.composer.fill('/');
    await page.getByRole('button', { name: 'Add or change quick replies' }).click();
    const dialog = page.getByRole('dialog', { name: 'Quick replies' });
    await dialog.getByLabel('Name, typed after /').fill('hours');
    await dialog.getByLabel('Text').fill('Hello {first_name}, {business} is open until six.');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(dialog.getByRole('listitem')).toContainText('/hours');
    await dialog.getByRole('button', { name: 'Delete /hours' }).click();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.getByRole('listitem')).toContainText('/hours');
    await expectAccessible(page, 'quick-replies');
    await page.keyboard.press('Escape');

    await app.composer.fill('/hrs');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^\/hours/]);
    await expectAccessible(page, 'slash');
    await app.composer.press('Enter');
    const filled = 'Hello Ana, Casa Verde is open until six.';
    await expect(app.composer).toHaveValue(filled);

    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('menuitemcheckbox', { name: /Wait 5 seconds/ }).click();
    await page.keyboard.press('Escape');
    await app.composer.press('Enter');
    await expect(app.bubble(filled)).toBeVisible();
    await keepPicture(page, 'undo');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(app.bubble(filled)).toHaveCount(0);
    await expect(app.composer).toHaveValue(filled);
  } finally {
    await running.stop();
  }
});
