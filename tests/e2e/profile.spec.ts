import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';
import { withCustomers, write } from './labelled-shop.ts';

const LONG = 'Maria-Magdalena von und zu Hohenstein-Oberschwaben, Blumen und mehr';

test('a person is known, written, taken at their word and deleted by keyboard', async ({
  home,
  page,
}) => {
  await withCustomers(home, page, [LONG], async (running) => {
    await write(running, LONG, { type: 'text', text: { body: 'STOP' } });
    await page.goto(`${running.ui}#/contacts/1`);
    const profile = page.getByRole('region', { name: 'Contact', exact: true });
    await expect(profile.getByText('They want no offers.')).toBeVisible();
    await expect(profile.getByRole('list', { name: 'What they said' })).toContainText('“STOP”');

    const email = profile.getByRole('textbox', { name: 'Email' });
    await email.focus();
    await page.keyboard.type('maria@');
    await page.keyboard.press('Enter');
    await expect(profile.getByRole('alert')).toContainText('This is no e-mail address');
    await expect(email, 'what was typed stays to be mended').toHaveValue('maria@');
    await page.keyboard.type('example.com');
    await page.keyboard.press('Enter');
    await expect(profile.getByRole('alert')).toBeHidden();

    await profile.getByRole('button', { name: 'Edit fields' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Your fields' });
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Visits');
    await dialog.getByRole('combobox', { name: 'Holds' }).selectOption('number');
    await dialog.getByRole('button', { name: 'Add the field' }).press('Enter');
    await expect(dialog.getByText('Nobody has a value')).toBeVisible();
    await expectAccessible(page, 'fields');
    await page.keyboard.press('Escape');
    const visits = profile.getByRole('textbox', { name: 'Visits' });
    await visits.focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Changed “Visits” of/ })).toBeVisible();
    await visits.fill('eight');
    await visits.press('Enter');
    await expect(profile.getByRole('alert')).toContainText('This is no number');
    await visits.press('Escape');
    await expect(visits).toHaveValue('7');
    await visits.blur();
    await page.keyboard.press('Control+z');
    await expect(visits, 'undone').toHaveValue('');

    await profile.getByRole('combobox', { name: 'Find or create a label' }).focus();
    await page.keyboard.type('VIP');
    await page.keyboard.press('Enter');
    await expect(profile.getByRole('button', { name: 'Take off “VIP”' })).toBeVisible();

    await profile.getByRole('button', { name: 'They opted in…' }).press('Enter');
    await page.keyboard.type('Asked for the catalog in the shop');
    await page.keyboard.press('Enter');
    await expect(profile.getByText('They may get offers.')).toBeVisible();
    await expectAccessible(page, 'profile');
    await page.setViewportSize({ width: 900, height: 700 });
    await expectAccessible(page, 'profile-narrow');

    await profile.getByRole('button', { name: 'Delete…' }).press('Enter');
    const question = page.getByRole('dialog', { name: `Delete ${LONG}?` });
    await question.getByRole('radio', { name: /^Delete all messages/ }).press('Space');
    await expectAccessible(page, 'delete');
    await question.getByRole('button', { name: 'Delete with all messages' }).press('Enter');
    await expect(page).toHaveURL(/#\/contacts$/);
    await page.goto(`${running.ui}#/contacts/1`);
    await expect(page.getByRole('alert')).toContainText('This contact is gone');
  });
});

test('the owner says by keyboard which words stop offers, and tries one', async ({
  home,
  page,
}) => {
  await withCustomers(home, page, ['Ana'], async (running) => {
    await page.goto(`${running.ui}#/contacts/consent`);
    const trial = page.getByRole('textbox', { name: 'Would this message stop offers?' });
    await trial.focus();
    await page.keyboard.type('Chega!');
    const answer = page.getByRole('status').filter({ hasText: /Yes:|No\./ });
    await expect(answer).toContainText('No.');
    await page.getByRole('textbox', { name: 'Find or add a stop word' }).focus();
    await page.keyboard.type('chega');
    await page.keyboard.press('Enter');
    await expect(answer).toContainText('Yes:');
    await expectAccessible(page, 'consent');
    await page.getByRole('button', { name: /^Restore the words/ }).press('Enter');
    await expect(answer).toContainText('No.');

    const reply = page.getByRole('textbox', { name: 'Reply', exact: true });
    await reply.fill('');
    await reply.blur();
    await expect(page.getByRole('alert')).toContainText('Write what they are told');
    await reply.fill('Done, no more offers.');
    await page.getByRole('combobox', { name: 'Add another language…' }).selectOption('de');
    await page.getByRole('textbox', { name: 'Reply in German' }).fill('Erledigt.');
    await page.keyboard.press('Tab');
    await expectAccessible(page, 'consent-reply');
    await page.reload();
    await expect(reply).toHaveValue('Done, no more offers.');
    await expect(page.getByRole('textbox', { name: 'Reply in German' })).toHaveValue('Erledigt.');
  });
});
