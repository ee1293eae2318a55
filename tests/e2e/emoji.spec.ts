import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';
import { withCustomers } from './labelled-shop.ts';

test('emoji are found by name, by search and by what was used lately, without a network', async ({
  app,
  home,
  page,
}) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1')) outside.push(request.url());
  });
  await withCustomers(home, page, ['Ana'], async () => {
    await app.chat('Ana').click();
    await app.composer.click();
    await page.keyboard.type('Hello :smi');
    const names = page.getByRole('listbox', { name: 'Emoji by name' });
    await expect(names.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page, 'emoji-by-name');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(app.composer).toHaveValue('Hello 😄');
    await expect(names).toBeHidden();

    await page.keyboard.type(' :hea');
    await expect(names).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(names, 'Escape leaves the text as it is').toBeHidden();
    await expect(app.composer).toHaveValue('Hello 😄 :hea');
    await app.composer.fill('at 10:30 :)');
    await expect(names).toBeHidden();

    await app.composer.fill('');
    await page.keyboard.press('Control+e');
    const search = page.getByRole('searchbox', { name: 'Find an emoji' });
    await expect(search).toBeFocused();
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    await expectAccessible(page, 'emoji');
    await page.keyboard.type('bouquet');
    await expect(page.getByRole('gridcell', { name: 'bouquet' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(app.composer).toHaveValue('💐');
    await expect(app.composer).toBeFocused();

    await page.keyboard.press('Control+e');
    await expect(page.getByRole('button', { name: '💐 again' })).toBeVisible();
    await page.getByRole('button', { name: 'Medium dark' }).click();
    await search.fill('waving hand');
    await expect(page.getByRole('gridcell', { name: 'waving hand' })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: 'grinning face', exact: true })).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(app.composer).toHaveValue('💐👋🏾');
    await page.reload();
    await expect(app.composer).toBeFocused();
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('button', { name: '👋🏾 again' })).toBeVisible();
  });
  expect(outside).toEqual([]);
});

test('any emoji can be a reaction', async ({ app, home, page }) => {
  await withCustomers(home, page, ['Ana'], async () => {
    await app.chat('Ana').click();
    await app.messages.last().focus();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'All emoji' }).click();
    await page.getByRole('searchbox', { name: 'Find an emoji' }).fill('peacock');
    await expect(page.getByRole('gridcell', { name: 'peacock' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(app.messages.last()).toContainText('You reacted with 🦚');
  });
});
