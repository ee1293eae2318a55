import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-page.ts';

/** Of axe's rules, those whose answer hangs on colours: the others say the same in both schemes. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What the builder would put into the page: half a megabyte, and it came with the first look. */
const AXE_IS_THERE = 'void 0';

/**
 * Lets axe look at the page as it stands, in both colour schemes, and keeps a picture of each.
 * @param name what is on the screen; names the pictures and what axe finds
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await keepPicture(page, `${name}-light`);
  // The app frames nobody else's pages, so axe needs no page of its own to sum up, and the focus
  // stays where it is.
  await expectNothing(new AxeBuilder({ page }).setLegacyMode(), `${name}, light`);
  await wear(page, 'dark');
  await keepPicture(page, `${name}-dark`);
  const again = new AxeBuilder({ page, axeSource: AXE_IS_THERE }).setLegacyMode();
  await expectNothing(again.withRules(RULES_OF_COLOUR), `${name}, dark`);
  await wear(page, 'light');
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

async function expectNothing(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect(found, where).toEqual([]);
}

/** Resolves when the page is painted in this scheme and no colour is on its way any more. */
async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async (scheme) => {
    const isWorn = () =>
      matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
      !document.getAnimations().some((each) => each instanceof CSSTransition);
    while (!isWorn()) await new Promise(requestAnimationFrame);
  }, colorScheme);
}
