import { addTestAccount, startApp } from '../support/app.ts';
import { seedPeople } from '../support/people.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

test('5,000 people are found, chosen and labelled by keyboard, and one more is added', async ({
  app: _app,
  home,
  page,
}) => {
  addTestAccount(home);
  seedPeople(home, 5000);
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(`${running.ui}#/contacts`);
    const list = page.getByRole('grid', { name: 'All people' });
    const rows = list.locator('tbody').getByRole('row');
    const person = (name: string) => rows.filter({ hasText: name });
    await expect(page.getByText('5,000 people')).toBeVisible();
    await expect(list).toHaveAttribute('aria-rowcount', '5001');
    expect(await rows.count()).toBeLessThan(60);

    await expectAccessible(page, 'contacts');

    await person('Ana Lima').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('3 chosen')).toBeVisible();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('5,000 chosen')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('5,000 chosen')).toBeHidden();

    const search = page.getByRole('textbox', { name: /^Search by name/ });
    await search.fill('person 00123');
    await expect(page.getByText('11 of 5,000')).toBeVisible();
    await person('Person 00123').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: 'Label 11 people' });
    await dialog.getByRole('textbox').fill('Spring');
    await page.keyboard.press('Enter');
    await expect(rows.filter({ hasText: 'Spring' })).toHaveCount(11);
    await page.keyboard.press('Control+z');
    await expect(rows.filter({ hasText: 'Spring' })).toHaveCount(0);
    await page.keyboard.press('Escape');

    await search.fill('');
    await page.getByRole('button', { name: 'Country' }).click();
    await page.getByRole('menuitemradio', { name: /^Brazil/ }).click();
    await expect(page.getByText('1,000 of 5,000')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.getByText('5,000 people')).toBeVisible();

    await person('Ana Lima').focus();
    await page.keyboard.press('n');
    const create = page.getByRole('dialog', { name: 'New contact' });
    await create.getByRole('textbox', { name: 'Phone number' }).fill('+49 1511 2000001');
    await expect(create.getByText('Ana Lima has this number already.')).toBeVisible();
    await create.getByRole('textbox', { name: 'Phone number' }).fill('(11) 98765-4321');
    await create.getByRole('combobox').selectOption('BR');
    await expect(create.getByText('Reads as +55 11 98765 4321, Brazil')).toBeVisible();
    await expectAccessible(page, 'new contact');
    await create.getByRole('textbox', { name: 'Name' }).fill('Aaron New');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/contacts\/5001$/);
    await expect(person('Aaron New')).toHaveAttribute('aria-current', 'true');

    await person('Aaron New').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('heading', { name: /has not written to you yet/ })).toBeVisible();
    await page.keyboard.press('Control+Alt+n');
    const begin = page.getByRole('dialog', { name: 'New chat' });
    await begin.getByRole('combobox').fill('Sofía');
    await expect(begin.getByRole('option')).toHaveCount(1);
    await expectAccessible(page, 'new chat');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Sofía Núñez' }).first()).toBeVisible();
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
