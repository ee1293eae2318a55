import { expect, test } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';

test('a template is written, checked as one types, handed in and approved', async ({ launch }) => {
  const { app } = await launch({ practice: true });
  const { page } = app;
  await page.getByRole('link', { name: 'Templates' }).click();
  const list = page.getByRole('region', { name: 'Templates', exact: true });
  await expect(list.getByRole('heading', { name: 'order_ready' })).toBeVisible();
  await list
    .getByRole('region', { name: 'confirm_account' })
    .getByRole('link', { name: /Rejected/ })
    .click();
  await expect(page.getByText('WhatsApp has rejected this template')).toBeVisible();
  await expect(page.getByText('The words do not fit the category')).toBeVisible();
  await expectAccessible(page, 'template');

  await page.getByRole('button', { name: 'New template' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Pick up reminder');
  await expect(name, 'names are made as WhatsApp wants them').toHaveValue('pick_up_reminder');
  const words = page.getByRole('textbox', { name: 'Text', exact: true });
  await words.fill('{{name}}, see you at the shop');
  await expect(page.getByText('Put words before the first').first()).toBeVisible();
  await words.fill('Hi {{name}}, we keep your flowers at the shop until six.');
  await expect(page.getByText('Put words before the first').first()).toBeHidden();
  await page.getByRole('button', { name: 'Quick reply' }).click();
  await page.getByRole('textbox', { name: 'Quick reply' }).fill('On my way');
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(page.getByText('Give an example for name.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Example for name' }).fill('Mariana');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Hi Mariana, we keep your flowers at the shop until six.');
  await expect(preview).toContainText('On my way');
  await expectAccessible(page, 'template-editor');

  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(
    page.getByRole('heading', { name: 'pick_up_reminder', level: 2 }).first(),
  ).toBeVisible();
  const row = list.getByRole('region', { name: 'pick_up_reminder' });
  await expect(row, 'WhatsApp tells its decision by itself').toContainText('Approved', {
    timeout: 20_000,
  });
  await page.setViewportSize({ width: 900, height: 700 });
  await keepPicture(page, 'template-narrow');

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('can’t be used for a new template for 30 days')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Send to me' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to me' });
  await dialog.getByRole('textbox', { name: 'Your WhatsApp number' }).fill('+49 176 12345678');
  await expectAccessible(page, 'template-to-me');
  await dialog.getByRole('button', { name: 'Send to me' }).click();
  const own = app.bubble('Hi Mariana, we keep your flowers at the shop until six.');
  await expect(own).toBeVisible();
});

test('a template goes to a customer, filled with their name, and stands in the chat', async ({
  launch,
}) => {
  const { app } = await launch({ practice: true });
  const { page } = app;
  await app.chats.filter({ hasText: 'Closed' }).first().click();
  await page.getByRole('button', { name: 'Choose a template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('order_ready');
  await dialog.getByRole('button', { name: /order_ready.*English/ }).click();
  const name = dialog.getByRole('textbox', { name: 'Text: name' });
  await expect(name, 'what is known is filled in').not.toHaveValue('');
  const send = dialog.getByRole('button', { name: /^Send to / });
  await expect(send).toHaveAccessibleName(`Send to ${await name.inputValue()}`);
  await send.click();
  await expect(dialog.getByText('Something must stand here.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Text: order' }).fill('#1042');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(
    'order #1042 is ready',
  );
  await expectAccessible(page, 'template-picker');
  await send.click();
  await expect(dialog).toBeHidden();
  const own = app.bubble('your order #1042 is ready to be picked up');
  await expect(own).toContainText('I am on my way');
  await expect(own).toHaveAccessibleName(/, (sent|delivered|read), /, { timeout: 20_000 });
});
