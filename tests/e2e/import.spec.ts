import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';
import { withCustomers } from './labelled-shop.ts';

const LIST = [
  'My customers of the spring market,,,,',
  'Kunde,Handy,Stadt,Besuche,Newsletter',
  'Ana Hofer,0664 1234567,Wien,3,ja',
  'نور منصور,+43 664 1234568,Graz,1,nein',
  'Lost Digits,4.3664E+11,Linz,2,',
  'No Zero,6641234569,Wels,7,',
  'Ana again,+436641234567,Wien,3,',
].join('\n');

/** Goes to the button by its name and presses it, as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

async function give(page: Page, name: string, text: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await press(page, 'Choose a file');
  const chooser = await asked;
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a list comes in by keyboard, is seen before it is written, survives a reload, and goes again', async ({
  home,
  page,
}) => {
  test.slow();
  await withCustomers(home, page, ['Bia'], async () => {
    await page.evaluate(() => {
      window.location.hash = '#/contacts/import';
    });
    await expect(page.getByText('Bring in a list of contacts')).toBeVisible();
    await expectAccessible(page, 'import-file');
    await give(page, 'broken.xlsx', 'PK\u0003\u0004 this is none');
    await expect(page.getByRole('alert')).toContainText('damaged');

    await give(page, 'customers.csv', LIST);
    await expect(page.getByLabel('Names of the columns')).toHaveValue('2');
    await expect(page.getByLabel('Meaning of the column Handy')).toHaveValue('phone');
    await page.getByLabel('Meaning of the column Kunde').selectOption('Name');
    await page.getByLabel('Meaning of the column Newsletter').selectOption('Leave out');
    await page.getByLabel('They are from').selectOption('Austria');
    await expectAccessible(page, 'import-columns');
    await page.reload();
    await expect(page.getByLabel('They are from'), 'it begins where it was').toHaveValue('AT');
    await expect(page.getByLabel('Meaning of the column Newsletter')).toHaveValue('nothing');

    await press(page, 'Check 5 rows');
    await expect(page.getByText('people would be new or changed, of 5 rows')).toBeVisible();
    const rows = page.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem');
    await expect(rows.first()).toContainText('Ana Hofer');
    await expectAccessible(page, 'import-check');
    await press(page, /^Damaged cells 2$/);
    await expect(rows.filter({ hasText: '4.3664E+11' })).toContainText('its last digits are lost');
    await expect(rows.filter({ hasText: 'No Zero' })).toContainText('+436641234569');

    await press(page, 'Import 3 people');
    await expect(page.getByText('people are new or changed, of 5 rows')).toBeVisible();
    await expect(page.getByText('1 row was refused')).toBeVisible();
    await expectAccessible(page, 'import-done');
    const saved = page.waitForEvent('download');
    await press(page, 'Save the refused rows');
    const download = await saved;
    expect(download.suggestedFilename()).toBe('customers-refused.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain('5,"Excel shortened this number');

    await press(page, 'Import another file');
    await press(page, 'Export contacts…');
    const dialog = page.getByRole('dialog', { name: 'Export contacts' });
    await expect(dialog.getByLabel('Stadt')).toBeChecked();
    await expectAccessible(page, 'export');
    await dialog.getByLabel('As', { exact: true }).selectOption('CSV, for any program');
    const written = page.waitForEvent('download');
    await press(page, 'Save the file');
    const spreadsheet = readFileSync(await (await written).path(), 'utf8');
    await expect(dialog.getByText('4 people saved')).toBeVisible();
    await page.keyboard.press('Escape');

    await give(page, 'again.csv', spreadsheet);
    await press(page, 'Check 4 rows');
    await expect(page.getByRole('button', { name: /^As they were 4$/ })).toBeVisible();
    await press(page, 'Back');
    await press(page, 'Choose another file');

    await press(page, 'Undo the import of customers.csv');
    await expect(page.getByText(/ · undone$/)).toBeVisible();
  });
});
