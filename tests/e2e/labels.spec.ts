import { z } from 'zod';
import type { RunningApp } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';
import { withCustomers } from './labelled-shop.ts';

const PEOPLE = ['Ana', 'Bia', 'Caio', 'نور الجملة'];

const created = z.object({ data: z.object({ id: z.int() }) });

test('a chat is labelled by keyboard, and the label is a view that is kept', async ({
  app,
  home,
  page,
}) => {
  await withCustomers(home, page, PEOPLE, async () => {
    await expect(app.chats).toHaveCount(4);
    await app.chat('Caio').focus();
    await page.keyboard.press('l');
    const field = page.getByRole('combobox', { name: 'Find or create a label' });
    await expect(page.getByRole('dialog', { name: 'Labels of Caio' })).toBeVisible();
    await field.fill('Weekly order');
    await field.press('Enter');
    const option = page.getByRole('option', { name: 'Weekly order' });
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await field.press(' ');
    await expect(option, 'Space takes it off again').toHaveAttribute('aria-selected', 'false');
    await field.press('Enter');
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'this chat only' })).toBeChecked();
    await expect(option, 'the person carries it, the chat does not').toContainText('on the person');
    await expect(option).toHaveAttribute('aria-selected', 'false');
    await field.press('Enter');
    await expect(option, 'the chat carries it too').toHaveAttribute('aria-selected', 'true');
    await field.press('Enter');
    await expect(option).toHaveAttribute('aria-selected', 'false');
    await page.getByRole('radio', { name: 'the person' }).focus();
    await page.keyboard.press('Space');
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(app.chat('Caio')).toContainText('Labels: Weekly order');

    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name: 'Weekly order' }).click();
    await expect(app.chats).toHaveCount(1);
    await page.reload();
    await expect(app.chats, 'the view survives').toHaveCount(1);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect(app.chats).toHaveCount(4);

    await app.chat('Caio').click();
    const chip = page.getByRole('complementary').getByText('Weekly order');
    await expect(chip).toBeVisible();
    await app.messages.last().focus();
    await page.keyboard.press('l');
    await field.fill('week');
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await expect(chip, 'L works in the thread too').toBeHidden();
    await app.messages.last().focus();
    await page.keyboard.press('Control+z');
    await expect(chip, 'and can be undone').toBeVisible();
  });
});

test('several chats are labelled at once, found by it, and a deleted label comes back', async ({
  app,
  home,
  page,
}) => {
  await withCustomers(home, page, PEOPLE, async () => {
    await expect(app.chats).toHaveCount(4);
    await app.chat('Bia').click({ modifiers: ['Control'] });
    await app.chat('Ana').click({ modifiers: ['Control'] });
    await page.keyboard.press('l');
    const field = page.getByRole('combobox', { name: 'Find or create a label' });
    await field.fill('VIP');
    await field.press('Enter');
    await expect(page.getByText('“VIP” put on 2 chats').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.chat('Ana')).toContainText('Labels: VIP');
    await expect(app.chat('Bia')).toContainText('Labels: VIP');

    await page.getByRole('searchbox').fill('label:vip shop');
    const results = page.getByRole('region', { name: 'Search results' });
    await expect(results.getByRole('button')).toHaveCount(2);
    await page.getByRole('searchbox').fill('');

    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name: 'Edit labels' }).click();
    await expect(page.getByText('2 people')).toBeVisible();
    const name = page.getByRole('textbox', { name: 'Name of VIP' });
    await name.fill('Gold');
    await name.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name of Gold' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete Gold' }).click();
    await expect(page.getByRole('textbox', { name: 'Name of Gold' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(app.chat('Ana')).not.toContainText('Labels');
    await app.chat('Ana').focus();
    await page.keyboard.press('Control+z');
    await expect(app.chat('Ana')).toContainText('Labels: Gold');
    await expect(app.chat('Bia')).toContainText('Labels: Gold');
  });
});

/** Puts thirty labels on the first chat, most of them with long names. */
async function putThirtyLabels({ ui }: Pick<RunningApp, 'ui'>): Promise<void> {
  const door = await openDoor(ui);
  for (let number = 1; number <= 30; number += 1) {
    const name =
      number === 30 ? 'زبائن الجملة في ساو باولو' : `A customer of the kind number ${number}`;
    const made = created.parse(await door.invoke('labels.create', { name, color: null }));
    const put = { labelId: made.data.id, chatIds: [1], on: 'contact', isOn: true };
    expect(await door.invoke('labels.put', put)).toMatchObject({ ok: true });
  }
  door.close();
}

test('axe finds nothing on thirty labels with long names', async ({ app, home, page }) => {
  await withCustomers(home, page, PEOPLE, async (running) => {
    await expect(app.chats).toHaveCount(4);
    await putThirtyLabels(running);
    await app.chat('Ana').click();
    await expect(app.composer).toBeFocused();
    await app.messages.last().focus();
    await page.keyboard.press('l');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(30);
    await expectAccessible(page, 'picker');
    await page.getByRole('button', { name: 'Edit labels' }).click();
    await expect(page.getByText('1 person').first()).toBeVisible();
    await expectAccessible(page, 'labels');
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'panel');
    await page.getByRole('button', { name: 'More views' }).click();
    await expectAccessible(page, 'views');
  });
});
