import { join } from 'node:path';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { resolvePerson } from '#electron/people/identity.ts';
import { updateProfile } from '#electron/store/contact-profile.ts';
import { openStore } from '#electron/store/open.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import { seedPeople } from '../support/people.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaft Kapitänswitwe Maria Theresia von und zu Hohenberg';

/** Beside six people: two of them once more, known by a user id only, and one with another’s address. */
function seedTwice(home: string): void {
  seedPeople(home, 6);
  const store = openStore(join(home, 'frontdesk.db'));
  try {
    store.write((tx) => {
      const now = 1_770_000_000_000;
      for (const [bsuid, profileName] of [
        ['ES.1', 'sofia nunez'],
        ['DE.2', LONG],
      ] as const) {
        const hint = { bsuid, parentBsuid: null, waId: null, username: 'a.name', profileName };
        resolvePerson(tx, hint, 'portfolio', { at: now, now });
      }
      updateProfile(tx, asId<ContactId>(1), { email: 'p6@example.com', notes: 'Tulips' }, now);
    });
  } finally {
    store.close();
  }
}

test('two contacts of one person are compared, merged and taken apart again by keyboard', async ({
  app: _app,
  home,
  page,
}) => {
  addTestAccount(home);
  seedTwice(home);
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(`${running.ui}#/contacts/duplicates`);
    await expect(page.getByRole('heading', { name: '3 pairs may be one person' })).toBeVisible();
    const sofia = page.getByRole('button', { name: /^Sofía Núñez and sofia nunez/ });
    await sofia.focus();
    await page.keyboard.press('Enter');
    const together = page.getByRole('columnheader', { name: 'Together' });
    await expect(together).toBeVisible();
    await expectAccessible(page, 'duplicates');

    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Merge into one person' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '2 pairs may be one person' })).toBeVisible();
    await expect(
      page.getByRole('main').getByRole('button', { expanded: false }).first(),
    ).toBeFocused();
    await page.keyboard.press('Control+z');
    const soFar = page.getByRole('region', { name: 'Merged so far' });
    await expect(soFar.getByText(/undone/)).toHaveCount(1);

    await page.getByRole('button', { name: new RegExp(`^${LONG}`) }).click();
    await page.setViewportSize({ width: 900, height: 700 });
    await expect(together).toBeVisible();
    await keepPicture(page, 'duplicates-narrow');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'They are two people' }).click();
    await expect(page.getByRole('heading', { name: 'One pair may be one person' })).toBeVisible();

    await page.goto(`${running.ui}#/contacts/1`);
    await page.getByRole('button', { name: 'Merge with…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge with another contact' });
    await dialog.getByRole('combobox').fill('Person 00006');
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Merge into one person' })).toBeFocused();
    await expectAccessible(page, 'merge with');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();

    await page.goto(`${running.ui}#/contacts/duplicates`);
    await expect(page.getByRole('heading', { name: 'Nobody is here twice' })).toBeVisible();
    await keepPicture(page, 'duplicates-empty');
    await page.getByRole('button', { name: 'Undo the merge of Ana Lima and Person 00006' }).click();
    await expect(soFar.getByText(/undone/)).toHaveCount(2);
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
