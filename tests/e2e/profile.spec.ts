import { expect, test } from './app-page.ts';
import { axeFindings, withCustomers, write } from './labelled-shop.ts';

const LONG = 'Maria-Magdalena von und zu Hohenstein-Oberschwaben, Blumen und mehr';

test('a person is known, written and deleted by keyboard', async ({ home, page }, testInfo) => {
  await withCustomers(home, page, [LONG], async (running) => {
    await write(running, LONG, { type: 'text', text: { body: 'STOP' } });
    await page.goto(`${running.ui}#/contacts/1`);
    const profile = page.getByRole('region', { name: 'Contact', exact: true });
    await expect(profile.getByText('They want no offers.')).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('profile.png') });
    await page.setViewportSize({ width: 900, height: 700 });
    await page.screenshot({ path: testInfo.outputPath('profile-narrow.png') });
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${running.ui}#/contacts/consent`);
    await expect(page.getByRole('heading', { name: 'Stop words' })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('consent.png'), fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
  });
});
