import { join } from 'node:path';
import { frontdesk } from '../support/app.ts';
import { openStore } from '#electron/store/open.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';
import { withCustomers, write } from './labelled-shop.ts';

test('a person’s details are written by keyboard, kept, and undone', async ({
  app,
  home,
  page,
}) => {
  await withCustomers(home, page, ['Mari'], async () => {
    await app.chat('Mari').click();
    const panel = page.getByRole('complementary', { name: 'Contact details' });
    const name = panel.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Mariana, flowers');
    await name.press('Enter');
    await expect(app.chat('Mariana, flowers')).toBeVisible();
    await expect(panel.getByText('On WhatsApp: Mari')).toBeVisible();

    const email = panel.getByRole('textbox', { name: 'Email' });
    await email.fill('mari@');
    await email.press('Enter');
    await expect(panel.getByRole('alert')).toContainText('This is no e-mail address');
    await email.fill('mari@example.com');
    await email.press('Enter');
    await expect(panel.getByRole('alert')).toBeHidden();
    await panel.getByRole('combobox', { name: 'Language' }).selectOption('pt-BR');
    const note = panel.getByRole('textbox', { name: /^Note about/ });
    await note.fill('Dog at the door');
    await note.blur();

    await page.reload();
    await expect(email).toHaveValue('mari@example.com');
    await expect(panel.getByRole('combobox', { name: 'Language' })).toHaveValue('pt-BR');
    await expect(note).toHaveValue('Dog at the door');
    await note.fill('Cat');
    await note.blur();
    await app.messages.last().focus();
    // What is not kept yet can't be undone, and nothing on the screen says when it is.
    await expect(async () => {
      await page.keyboard.press('Control+z');
      await expect(note).toHaveValue('Dog at the door', { timeout: 1000 });
    }).toPass();
  });
});

test('the timeline and what the chat holds lead to their messages', async ({ app, home, page }) => {
  await withCustomers(home, page, ['Mari'], async (running) => {
    const document = { id: '77', mime_type: 'application/pdf', filename: 'invoice.pdf' };
    await write(running, 'Mari', { type: 'document', document });
    await write(running, 'Mari', {
      text: { body: 'See https://flowers.example/peonies' },
      type: 'text',
    });
    const order = { product_items: [{ product_retailer_id: 'rose', quantity: 3 }] };
    await write(running, 'Mari', { type: 'order', order });
    await app.chat('Mari').click();
    const panel = page.getByRole('complementary', { name: 'Contact details' });
    await expect(panel.getByRole('listitem').filter({ hasText: 'Ordered 3 items' })).toBeVisible();
    await panel.getByRole('button', { name: /Wrote to you for the first time/ }).click();
    await expect(app.messages.first()).toBeFocused();

    await panel.getByRole('button', { name: /Show all 2 files and links/ }).click();
    await panel.getByRole('tab', { name: /Documents/ }).click();
    await expect(panel.getByText('invoice.pdf')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('link', { name: 'flowers.example/peonies' })).toBeVisible();
    await expectAccessible(page, 'links');
    await panel.getByRole('button', { name: 'Show in the chat' }).click();
    await expect(app.bubble('See https')).toBeFocused();
    await panel.getByRole('button', { name: 'Back to the contact' }).click();
    await expect(panel.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  });
});

test('the panel opens and closes by keyboard, keeps its width, and lies above a narrow window', async ({
  app,
  home,
  page,
}) => {
  const long = 'Maria-Magdalena von und zu Hohenstein-Oberschwaben, Blumen und mehr';
  await withCustomers(home, page, ['نور الجملة في ساو باولو', long], async () => {
    await app.chat(long).click();
    const panel = page.getByRole('complementary', { name: 'Contact details' });
    await expect(panel.getByRole('heading', { name: 'Timeline' })).toBeVisible();
    await expectAccessible(page, 'panel');
    const edge = page.getByRole('separator', { name: 'Width of the contact details' });
    await edge.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(edge).toHaveAttribute('aria-valuenow', '304');
    await page.keyboard.press('Control+.');
    await expect(panel).toBeHidden();
    await page.keyboard.press('Control+.');
    await expect(panel).toBeVisible();
    await page.reload();
    await expect(edge, 'the width is kept').toHaveAttribute('aria-valuenow', '304');

    await page.setViewportSize({ width: 900, height: 700 });
    await expect(panel, 'no room beside the thread').toBeHidden();
    await page.keyboard.press('Control+.');
    await expect(panel).toBeFocused();
    await expectAccessible(page, 'panel-over');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(app.composer, 'the chat stays open').toBeVisible();
    await app.chats.last().click();
    await page.keyboard.press('Control+.');
    await expect(panel).toBeFocused();
    await expectAccessible(page, 'panel-arabic');
  });
});

test('ten thousand shared files scroll through a window of tiles', async ({ home, page }) => {
  test.slow();
  expect(
    frontdesk(['seed', '--home', home, '--chats', '1', '--messages', '50', '--json']),
  ).toMatchObject({ exitCode: 0 });
  const store = openStore(join(home, 'frontdesk.db'));
  store.write((tx) =>
    tx.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO message (conversation_id, account_id, direction, origin, type, payload, status, timestamp, created_at)
      SELECT v.id, v.account_id, 'inbound', 'customer', 'image', '{"type":"image","image":{"id":"1"}}', 'received', 1700000000000 + i, 0
      FROM n, conversation v`),
  );
  store.close();
  await withCustomers(home, page, [], async () => {
    await page.getByRole('list', { name: 'Chats' }).getByRole('button').first().click();
    const panel = page.getByRole('complementary', { name: 'Contact details' });
    await panel.getByRole('button', { name: /^Show all/ }).click();
    const grid = panel.getByRole('list', { name: 'Media' });
    await expect(grid.getByRole('button', { name: /^Photo/ }).first()).toBeVisible();
    await expect(panel.getByRole('tab', { name: /^Media 10\d{3}$/ })).toBeVisible();
    for (let turn = 0; turn < 5; turn += 1) {
      await grid.hover();
      await page.mouse.wheel(0, 4000);
      await expect
        .poll(async () => await grid.getByRole('button', { name: /^Photo/ }).count())
        .toBeLessThan(120);
    }
    await keepPicture(page, 'ten-thousand');
  });
});
