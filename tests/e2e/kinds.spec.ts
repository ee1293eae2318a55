import type { Locator, Page } from '@playwright/test';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import type { Json } from '#shared/json.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import { expect, test } from './app-page.ts';
import type { AppPage } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const HOUR = 3_600_000;

const PEOPLE = [
  { waId: '16505551234', name: 'Ana', bsuid: 'US.1', lastWroteAt: null },
  { waId: '4366012345678', name: 'Bernd', bsuid: 'AT.2', lastWroteAt: null },
  { waId: '351912345678', name: 'Carla', bsuid: 'PT.3', lastWroteAt: null },
];

interface World {
  readonly platform: PracticePlatform;
  readonly stop: () => Promise<void>;
}

/** Ana and Bernd wrote just now, Carla the day before yesterday; Ana's chat is open. */
async function openShop(home: string, page: Page, app: AppPage): Promise<World> {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const platform = await startShopPlatform({ customers: PEOPLE });
  const running = await startApp(home, { graphUrl: platform.url });
  platform.setCallbackUrl(running.webhook);
  const [ana, bernd, carla] = PEOPLE.map(({ waId }) => platform.customers.get(waId));
  carla?.say('Do you have lilies?', { at: Date.now() - 48 * HOUR });
  bernd?.say('Guten Tag!');
  ana?.say('Where are you?');
  await page.goto(running.ui);
  await app.chat('Carla').waitFor();
  await app.chat('Ana').click();
  await expect(app.composer).toBeFocused();
  return {
    platform,
    async stop() {
      await page.goto('about:blank');
      await running.stop();
      await platform.stop();
    },
  };
}

/** Runs in the page. */
function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** What a person at the keyboard does; the mouse is never touched. */
class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the menu and goes down to the entry. */
  async compose(name: string): Promise<void> {
    await expect(this.page.getByRole('textbox', { name: 'Write a message' })).toBeFocused();
    await this.page.keyboard.press('Control+;');
    await expect(this.page.locator('[role="menu"]:focus-within')).toBeVisible();
    const entry = this.page.getByRole('menuitem', { name: new RegExp(`^${name}( begun)?$`) });
    for (let steps = 0; !(await entry.evaluate(isFocused)); steps += 1) {
      expect(steps, `the arrow does not reach ${name}`).toBeLessThan(20);
      const before = await this.page.evaluateHandle(() => document.activeElement);
      await this.page.keyboard.press('ArrowDown');
      await this.page.waitForFunction((element) => element !== document.activeElement, before);
    }
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog', { name, exact: true }).waitFor();
  }

  private find(role: 'textbox' | 'button' | 'checkbox', name: string): Locator {
    const [field = name, group] = name.split(' of ');
    const dialog = this.page.getByRole('dialog');
    const place = group === undefined ? dialog : dialog.getByRole('group', { name: group });
    return place.getByRole(role, { name: field, exact: true });
  }

  /** Tabs until the field or button with this name has the focus: `Number 1 of Card 2`. */
  async goTo(role: 'textbox' | 'button' | 'checkbox', name: string): Promise<void> {
    const target = this.find(role, name);
    for (let steps = 0; steps < 60; steps += 1) {
      if (await target.evaluate(isFocused)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${role} “${name}”.`);
  }

  async write(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      await this.goTo('textbox', name);
      await this.page.keyboard.press('Control+A');
      await this.page.keyboard.insertText(text);
    }
  }

  /** Into a field that has the focus already. */
  async type(name: string, text: string): Promise<void> {
    await expect(this.find('textbox', name)).toBeFocused();
    await this.page.keyboard.insertText(text);
  }

  async press(name: string): Promise<void> {
    await this.goTo('button', name);
    await this.page.keyboard.press('Enter');
  }
}

/** The content of the message that Meta took last. */
function taken(platform: PracticePlatform, type: string): Json | undefined {
  return platform.accepted.at(-1)?.body[type];
}

test('a place, contact cards and every question are put together by keyboard alone', async ({
  app,
  home,
  page,
}) => {
  test.setTimeout(180_000);
  const { platform, stop } = await openShop(home, page, app);
  const keys = new Keyboard(page);
  const dialog = page.getByRole('dialog');
  const sent = async (count: number) => {
    await expect(dialog).toBeHidden();
    await expect.poll(() => platform.accepted.length, { timeout: 30_000 }).toBe(count);
  };
  try {
    await page.keyboard.press('Control+;');
    await page.getByRole('menu').waitFor();
    await expectAccessible(page, 'menu');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await app.composer.focus();

    await keys.compose('Location');
    await expect(page.getByRole('textbox', { name: 'Map link' })).toBeFocused();
    await keys.press('Send the location');
    await expect(dialog).toContainText('Give a number: up to 90 for latitude');
    await expect(page.getByRole('textbox', { name: 'Latitude' })).toBeFocused();
    await expectAccessible(page, 'location-wrong');
    await keys.write({
      'Map link': 'https://maps.apple.com/?ll=48.20849,16.37208&q=Our%20shop',
      'Address (optional)': 'Herrengasse 14',
    });
    await expect(dialog.getByRole('region', { name: 'What the customer will see' })).toContainText(
      'Our shopHerrengasse 14',
    );
    await keys.press('Keep this place for next time');
    await expect(dialog.getByRole('button', { name: 'Our shop Herrengasse 14' })).toBeVisible();
    await expectAccessible(page, 'location');
    await keys.press('Send the location');
    await sent(1);
    expect(taken(platform, 'location')).toEqual({
      latitude: '48.20849',
      longitude: '16.37208',
      name: 'Our shop',
      address: 'Herrengasse 14',
    });
    await expect(app.bubble('Our shop')).toBeVisible();

    await keys.compose('Location');
    await keys.press('Our shop Herrengasse 14');
    await expect(page.getByRole('textbox', { name: 'Longitude' })).toHaveValue('16.37208');
    await keys.press('Delete Our shop');
    await expect(dialog).toContainText('Deleted Our shop.');
    await keys.press('Undo');
    await expect(dialog.getByRole('button', { name: 'Our shop Herrengasse 14' })).toBeVisible();
    await page.keyboard.press('Escape');

    await keys.compose('Contact card');
    await keys.press('Send the contacts');
    await expect(dialog).toContainText('Choose somebody, or type a card.');
    await keys.write({ 'Find somebody you know': 'bern' });
    await keys.press('Bernd +4366012345678');
    await keys.press('Add a number');
    await keys.type('Number 2 of Card 1', '+43 1 234 567');
    await keys.press('Type a card');
    await keys.type('Name of Card 2', 'Eva Maier');
    await keys.write({ 'Company (optional) of Card 1': 'Gärtnerei' });
    await expectAccessible(page, 'contacts');
    await page.keyboard.press('Escape');
    await keys.compose('Contact card');
    await expect(dialog, 'what was begun is still there').toContainText('Eva Maier');
    await keys.write({ 'Number 1 of Card 2': '+43 660 1' });
    await keys.press('Send the contacts');
    await sent(2);
    expect(taken(platform, 'contacts')).toEqual([
      {
        name: { formatted_name: 'Bernd', first_name: 'Bernd' },
        phones: [{ phone: '+4366012345678', wa_id: '4366012345678' }, { phone: '+43 1 234 567' }],
        org: { company: 'Gärtnerei' },
      },
      {
        name: { formatted_name: 'Eva Maier', first_name: 'Eva Maier' },
        phones: [{ phone: '+43 660 1' }],
      },
    ]);

    await keys.compose('Buttons');
    await keys.write({ Text: 'Today or tomorrow?', 'Button 1': 'Today, before six or so' });
    await expect(dialog).toContainText('23 of 20');
    await keys.press('Send the buttons');
    await expect(dialog).toContainText('This is too long for WhatsApp.');
    await expectAccessible(page, 'buttons-wrong');
    await keys.write({ 'Button 1': 'Today' });
    await keys.press('Add a button');
    await keys.type('Button 2', 'Tomorrow');
    await expectAccessible(page, 'buttons');
    await keys.press('Send the buttons');
    await sent(3);
    expect(taken(platform, 'interactive')).toEqual({
      type: 'button',
      body: { text: 'Today or tomorrow?' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'button-1', title: 'Today' } },
          { type: 'reply', reply: { id: 'button-2', title: 'Tomorrow' } },
        ],
      },
    });

    await keys.compose('List');
    await keys.write({
      'Heading (optional)': 'Visits',
      Text: 'When suits you?',
      'Words that open the list': 'See times',
      'Choice 1': 'Monday',
      'Description 1 (optional)': '10 to 12',
    });
    await keys.press('Add a choice');
    await keys.type('Choice 2', 'Tuesday');
    await expectAccessible(page, 'list');
    await keys.press('Send the list');
    await sent(4);
    expect(taken(platform, 'interactive')).toEqual({
      type: 'list',
      header: { type: 'text', text: 'Visits' },
      body: { text: 'When suits you?' },
      action: {
        button: 'See times',
        sections: [
          {
            rows: [
              { id: 'row-1-1', title: 'Monday', description: '10 to 12' },
              { id: 'row-1-2', title: 'Tuesday' },
            ],
          },
        ],
      },
    });

    await keys.compose('Link button');
    await keys.write({
      Text: 'Here you pay.',
      'Words on the button': 'Pay',
      'Web address': 'pay.example',
    });
    await keys.press('Send the link button');
    await expect(dialog).toContainText('begins with https://');
    await keys.write({ 'Web address': 'https://pay.example/7' });
    await expectAccessible(page, 'link');
    await keys.press('Send the link button');
    await sent(5);
    expect(taken(platform, 'interactive')).toMatchObject({
      type: 'cta_url',
      action: { parameters: { display_text: 'Pay', url: 'https://pay.example/7' } },
    });

    for (const [count, name, send, type] of [
      [6, 'Ask for location', 'Ask for the location', 'location_request_message'],
      [7, 'Ask for contact details', 'Ask for contact details', 'request_contact_info'],
    ] as const) {
      await keys.compose(name);
      await keys.write({ Text: 'So that we find you' });
      await expectAccessible(page, type);
      await keys.press(send);
      await sent(count);
      expect(taken(platform, 'interactive')).toMatchObject({ type });
    }
    await expectAccessible(page, 'thread');
  } finally {
    await stop();
  }
});

test('a reply quotes, and F gives a message on to those who may be written to', async ({
  app,
  home,
  page,
}) => {
  const { platform, stop } = await openShop(home, page, app);
  const keys = new Keyboard(page);
  try {
    const asked = app.bubble('Where are you?').first();
    await expect(asked).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(asked).toBeFocused();
    await page.keyboard.press('r');
    await keys.compose('Ask for location');
    await keys.write({ Text: 'And where are you?' });
    await keys.press('Send as a reply');
    await expect.poll(() => platform.accepted.length, { timeout: 30_000 }).toBe(1);
    expect(platform.accepted[0]?.body).toMatchObject({
      context: { message_id: expect.stringMatching(/^wamid/u) as unknown },
    });

    await expect(app.composer).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(asked).toBeFocused();
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Forward to' });
    await expect(dialog.getByRole('textbox', { name: 'Find a chat' })).toBeFocused();
    const carla = dialog.getByRole('checkbox', { name: /Carla/ });
    await expect(carla).toBeDisabled();
    await expect(carla).toHaveAccessibleName(/free reply window is closed/);
    await page.keyboard.insertText('bernd');
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(dialog.getByRole('button', { name: 'Forward to 1 chat' })).toBeVisible();
    await expectAccessible(page, 'forward');
    await keys.press('Forward to 1 chat');
    await expect(dialog).toBeHidden();
    await expect.poll(() => platform.accepted.length, { timeout: 30_000 }).toBe(2);
    expect(platform.accepted[1]).toMatchObject({
      recipient: '+4366012345678',
      body: { type: 'text', text: { body: 'Where are you?' } },
    });
    await expect(app.chat('Bernd')).toContainText('Where are you?');
  } finally {
    await stop();
  }
});
