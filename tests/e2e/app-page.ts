import { test as base, expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { Home, startApp } from '../support/app.ts';
import { electronRuntime, startDesktop } from './desktop.ts';

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

interface LaunchOptions {
  readonly practice?: boolean;
  readonly graphUrl?: string;
}

/** The app, running, with its first screen open. */
interface Launched {
  readonly app: AppPage;
  readonly webhook: string;
  /** Ends it as the owner would; gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

interface Fixtures {
  readonly home: string;
  readonly app: AppPage;
  /**
   * Starts the app on the test's home: in a browser tab, or in a real window in the desktop project.
   * What still runs at the end of the test is stopped.
   */
  readonly launch: (options?: LaunchOptions) => Promise<Launched>;
}

/** Every spec has a data folder of its own, and fails on anything the page complains about. */
export const test = base.extend<Fixtures>({
  home: async ({ browserName: _browser }, use) => {
    using home = new Home();
    await use(home.path);
  },
  app: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(new AppPage(page));
    expect(complaints).toEqual([]);
  },
  launch: async ({ home, page }, use, testInfo) => {
    const complaints: (readonly string[])[] = [];
    const running = new Set<Launched>();
    await use(async (options = {}) => {
      const start = testInfo.project.name === 'desktop' ? inWindow : inTab;
      const launched = await start(home, page, options);
      complaints.push(complaintsOf(launched.app.page));
      const entry = {
        ...launched,
        async stop() {
          running.delete(entry);
          return await launched.stop();
        },
      };
      running.add(entry);
      return entry;
    });
    for (const launched of running) await launched.stop();
    expect(complaints.flat()).toEqual([]);
  },
});

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

async function inTab(home: string, page: Page, options: LaunchOptions): Promise<Launched> {
  const running = await startApp(home, options);
  await page.goto(running.ui);
  return {
    app: new AppPage(page),
    webhook: running.webhook,
    async stop() {
      // A tab that is left open complains, rightly, that its line is cut.
      await page.goto('about:blank');
      return await running.stop();
    },
  };
}

async function inWindow(home: string, _page: Page, options: LaunchOptions): Promise<Launched> {
  const runtime = electronRuntime();
  if (runtime === undefined) throw new Error('The desktop specs need the Electron runtime.');
  const { page, webhook, stop } = await startDesktop(runtime, home, options);
  return { app: new AppPage(page), webhook, stop };
}

export { expect };
