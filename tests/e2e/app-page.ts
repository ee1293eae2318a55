import { test as base, expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { Home } from '../support/app.ts';

/** The screen as a person names its parts. Locators live here and nowhere else. */
export class AppPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get chats(): Locator {
    return this.page.getByRole('list', { name: 'Chats' }).getByRole('button');
  }

  chat(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Chats' })
      .getByRole('button', { name: new RegExp(`^${name} `) });
  }

  get messages(): Locator {
    return this.page.getByRole('log').getByRole('article');
  }

  /** A bubble; its accessible name says sender, time, status and text. */
  bubble(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Write a message' });
  }

  async answer(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }
}

interface Fixtures {
  readonly home: string;
  readonly app: AppPage;
}

/** Every spec has a data folder of its own, and fails on anything the page complains about. */
export const test = base.extend<Fixtures>({
  home: async ({ browserName: _browser }, use) => {
    using home = new Home();
    await use(home.path);
  },
  app: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use(new AppPage(page));
    expect(complaints).toEqual([]);
  },
});

export { expect };
