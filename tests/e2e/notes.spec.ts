import { addTestAccount, startApp } from '../support/app.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';
import { withCustomers, write } from './labelled-shop.ts';

test('a note is written by keyboard, stands among the messages and never leaves', async ({
  app,
  home,
  page,
}) => {
  await withCustomers(home, page, ['Ana', 'Bia'], async (running) => {
    await app.chat('Ana').click();
    await app.composer.fill('Dear Ana');
    await page.keyboard.press('Control+Shift+M');
    const field = page.getByRole('textbox', { name: 'Write a note for yourself' });
    await expect(field).toBeFocused();
    await expect(app.composer, 'no way to send from here').toBeHidden();
    await page.keyboard.type('Rings twice, the dog is friendly');
    await page.keyboard.press('Enter');
    const note = page.locator('[data-note]');
    await expect(note).toContainText('Only you see this');
    await expect(note).toContainText('Rings twice');
    await page.keyboard.press('Escape');
    await expect(app.composer, 'the message is as it was').toHaveValue('Dear Ana');
    await expect(app.messages, 'nothing was sent').toHaveCount(1);

    await write(running, 'Ana', { timestamp: String(Math.floor(Date.now() / 1000) + 1) });
    await expect(app.messages).toHaveCount(2);
    await app.messages.last().focus();
    await page.keyboard.press('ArrowUp');
    await expect(note, 'arrows walk over notes').toBeFocused();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('textbox', { name: 'Change the note' });
    await editor.fill('Rings once');
    await editor.press('Enter');
    await expect(note).toContainText('Rings once');
    await expect(note).toContainText('edited');
    await expect(note).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(note).toBeHidden();
    await app.messages.last().focus();
    await page.keyboard.press('Control+z');
    await expect(note).toContainText('Rings once');

    await app.chat('Bia').click();
    await page.getByRole('searchbox').fill('rings');
    await page
      .getByRole('region', { name: 'Search results' })
      .getByRole('button', { name: /Rings once/ })
      .click();
    await expect(page.getByRole('heading', { name: 'Ana' }).first()).toBeVisible();
    await expect(note).toBeVisible();
  });
});

test('notes and begun notes survive a power cut', async ({ app, home, page }) => {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const first = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  await write(first, 'Ana');
  await page.goto(first.ui);
  await app.chats.first().click();
  await expect(app.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  const field = page.getByRole('textbox', { name: 'Write a note for yourself' });
  await field.fill('Kept');
  await field.press('Enter');
  await expect(page.locator('[data-note]')).toContainText('Kept');
  await field.fill('Begun');
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const result = await window.frontdesk.invoke('chats.byIds', { chatIds: [1] });
        return result.ok ? result.data[0]?.noteDraft : undefined;
      }),
    )
    .toBe('Begun');
  await page.goto('about:blank');
  await first.kill();

  const second = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(second.ui);
    await app.chats.first().click();
    await expect(page.locator('[data-note]')).toContainText('Kept');
    await expect(field).toHaveValue('Begun');
  } finally {
    await page.goto('about:blank');
    await second.stop();
  }
});

test('axe finds nothing on notes of any length', async ({ app, home, page }) => {
  await withCustomers(home, page, ['Ana'], async () => {
    await app.chat('Ana').click();
    await expect(app.composer).toBeFocused();
    await page.keyboard.press('Control+Shift+M');
    const field = page.getByRole('textbox', { name: 'Write a note for yourself' });
    for (const text of [
      'Short',
      'Averyveryverylongwordwithoutanyspace'.repeat(9),
      'كلب في الباب',
    ]) {
      await field.fill(text);
      await field.press('Enter');
      await expect(page.locator('[data-note]').filter({ hasText: text })).toBeVisible();
    }
    await expectAccessible(page, 'notes');
    await page.locator('[data-note]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Change the note' })).toBeVisible();
    await expectAccessible(page, 'note-changed');
    await page.setViewportSize({ width: 900, height: 700 });
    await expectAccessible(page, 'notes-narrow');
  });
});
