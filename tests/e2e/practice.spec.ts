import { expect, test } from './app-page.ts';

test(
  'the practice shop has a history, customers write by themselves and answer what is sent',
  { tag: '@desktop' },
  async ({ launch }) => {
    const { app, stop } = await launch({ practice: true });
    await expect.poll(() => app.chats.count()).toBeGreaterThan(8);
    const before = await app.chats.first().textContent();
    await expect(app.chats.first(), 'a customer writes without being asked').not.toHaveText(
      before ?? '',
      { timeout: 30_000 },
    );

    await app.chats.first().click();
    await app.answer('Yes, we are open until six. Shall I keep it for you?');
    const own = app.bubble('Shall I keep it for you?');
    await expect(own).toHaveAccessibleName(/, (delivered|read), /, { timeout: 20_000 });
    const answers = app.messages.last().and(app.page.getByLabel(/^From /));
    const reactions = own.getByText(/ reacted with /);
    await expect(
      answers.or(reactions),
      'the customer answers, in words or with a sign',
    ).toBeAttached({
      timeout: 40_000,
    });
    expect(await stop()).toBe(0);
  },
);

test(
  'a first start welcomes, and one click opens the practice account',
  { tag: '@desktop' },
  async ({ launch }) => {
    const { app } = await launch();
    await app.page.getByRole('button', { name: 'Try the practice account' }).click();
    await expect(app.chats.first()).toBeVisible({ timeout: 20_000 });
  },
);
