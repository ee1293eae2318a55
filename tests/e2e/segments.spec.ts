import { addTestAccount, startApp } from '../support/app.ts';
import { seedPeople } from '../support/people.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

test('a segment is put together by keyboard, counted, shown as a list, deleted and brought back', async ({
  app: _app,
  home,
  page,
}) => {
  addTestAccount(home);
  seedPeople(home, 200);
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(`${running.ui}#/contacts/segments`);
    await page.getByRole('button', { name: 'Put a segment together' }).focus();
    await page.keyboard.press('Enter');
    const sentence = page.getByRole('region', { name: 'In words' });
    const people = page.getByRole('region', { name: 'Who is in it' });
    await expect(sentence).toContainText('Everybody.');
    await expect(people).toContainText('200 of 200 people');

    await page.getByRole('button', { name: 'Add a rule' }).focus();
    await page.keyboard.press('Enter');
    const kind = page.getByRole('combobox', { name: 'What the rule is about' });
    await expect(kind, 'a new rule is gone on with').toBeFocused();
    await page.keyboard.type('Country');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Brazil');
    await expect(sentence).toContainText('People who have a number from Brazil.');
    await expect(people).toContainText('40 of 200 people');

    await page.getByRole('button', { name: 'Add a group' }).focus();
    await page.keyboard.press('Enter');
    await expect(kind.last()).toBeFocused();
    await expect(sentence).toContainText('have a number from Brazil and carry “VIP”.');
    await expect(people).toContainText('13 of 200 people');
    await expectAccessible(page, 'segment');
    await page.getByRole('button', { name: /^Remove this rule: carry/ }).focus();
    await page.keyboard.press('Enter');
    await expect(people).toContainText('40 of 200 people');

    await page.getByRole('textbox', { name: 'Name of the segment' }).focus();
    await page.keyboard.type('Brazil');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/contacts\/segments\/1$/);
    const link = page.getByRole('navigation', { name: 'Segments' }).getByRole('link');
    await expect(link.filter({ hasText: 'Brazil' })).toContainText('40 people');

    await page.getByRole('button', { name: 'Show these 40 people' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('40 of 200')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Segment: Brazil' })).toBeVisible();

    await page.goBack();
    await page.getByRole('button', { name: 'Delete' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Put a segment together' })).toBeVisible();
    await expectAccessible(page, 'no segments');
    await page.keyboard.press('Control+z');
    await expect(link.filter({ hasText: 'Brazil' })).toContainText('40 people');
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
