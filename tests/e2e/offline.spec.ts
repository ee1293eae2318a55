import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { personas } from '#electron/practice/crowd/personas.ts';
import { startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import type { AppPage } from './app-page.ts';
import { expect, test } from './app-page.ts';

interface File {
  readonly id: number;
  readonly kind: 'image' | 'audio' | 'video' | 'document' | 'sticker';
}

/** Until nothing is on its way any more, neither messages nor files nor words for the search. */
async function historyIsHere(home: string): Promise<File[]> {
  const db = new Database(join(home, 'frontdesk.db'), { readonly: true });
  const count = (sql: string): unknown => db.prepare(sql).pluck().get();
  try {
    await expect
      .poll(
        () => [
          Number(count('SELECT count(*) FROM conversation')) >= personas.length,
          count("SELECT count(*) FROM webhook_log WHERE state = 'received'"),
          count("SELECT count(*) FROM media WHERE state = 'wanted'"),
          count('SELECT count(*) FROM search_pending'),
        ],
        { timeout: 60_000 },
      )
      .toEqual([true, 0, 0, 0]);
    return db
      .prepare<[], File>(
        `SELECT f.id, min(m.type) AS kind FROM media f JOIN message m ON m.media_id = f.id
         WHERE f.state = 'present' GROUP BY f.id`,
      )
      .all();
  } finally {
    db.close();
  }
}

/** Nothing but the app itself may be asked by the page. Gives the list of who else was. */
async function onlyTheApp(page: Page, running: RunningApp): Promise<readonly string[]> {
  const strangers: string[] = [];
  const own = new URL(running.ui).host;
  await page.route('**', async (route) => {
    const { host } = new URL(route.request().url());
    if (host === own) return await route.continue();
    strangers.push(host);
    return await route.abort();
  });
  return strangers;
}

/** Runs in the page: the ids of those files that do not open or play. */
async function unplayable(files: readonly File[]): Promise<number[]> {
  const key =
    document.querySelector<HTMLMetaElement>('meta[name="frontdesk-media"]')?.content ?? '';
  const isFine = async ({ id, kind }: File): Promise<boolean> => {
    const url = `/media/${key}/${id}`;
    if (kind === 'image' || kind === 'sticker') {
      const picture = new Image();
      picture.src = url;
      return await picture.decode().then(
        () => picture.naturalWidth > 0,
        () => false,
      );
    }
    if (kind === 'document') {
      return (await (await fetch(url)).text()).startsWith('%PDF-');
    }
    const player = document.createElement(kind);
    player.muted = true;
    player.src = url;
    return await player.play().then(
      () => player.duration > 1,
      () => false,
    );
  };
  const broken: number[] = [];
  for (const file of files) if (!(await isFine(file))) broken.push(file.id);
  return broken;
}

async function openEveryChat(app: AppPage): Promise<void> {
  for (const { customer } of personas) {
    const search = app.page.getByRole('searchbox', { name: 'Search all messages' });
    await search.fill(customer.name);
    const results = app.page.getByRole('region', { name: 'Search results' });
    await results.getByRole('button', { name: customer.name }).first().click();
    await expect(app.page.getByRole('region', { name: customer.name, exact: true })).toBeVisible();
    await expect(app.messages.last()).toBeVisible();
    await search.fill('');
  }
}

/** What is typed, and where it has to be found. */
const QUESTIONS: readonly (readonly [typed: string, found: string])[] = [
  // Captions.
  ['inauguração', 'A inauguração do ateliê'],
  ['inauguracao atelie', 'A inauguração do ateliê'],
  ['إكليل العروس', 'إِكْلِيلُ العَرُوسِ'],
  ['اكليل ابراهيم', 'لحفل إبراهيم'],
  ['गेंदे की झालर', 'मंडप के लिए गेंदे की झालर'],
  ['手捧花', '婚礼的手捧花'],
  ['玫瑰 满天星', '白玫瑰配满天星'],
  // Names of files.
  ['cardapio', 'Cardápio de arranjos.pdf'],
  ['قائمة الاسعار', 'قائمة الأسعار.pdf'],
  ['قَائِمَة', 'قائمة الأسعار.pdf'],
  ['सूची', 'फूलों की सूची.pdf'],
  ['报价', '开业花篮报价单.pdf'],
  // Answers to forms.
  ['observacao lirios', 'Sem lírios, por favor'],
  ['هادئة', 'ألوان هــادئة'],
  ['ताजी तुलसी', 'ताज़ी तुलसी भी चाहिए'],
  ['星期六上午', '请在星期六上午送到'],
];

test('everything opens, plays and is found with the cable pulled', async ({ app, home, page }) => {
  test.setTimeout(240_000);
  const online = await startApp(home, { practice: true });
  const files = await historyIsHere(home);
  expect(await online.stop()).toBe(0);
  expect(new Set(files.map(({ kind }) => kind))).toEqual(
    new Set(['image', 'audio', 'video', 'document', 'sticker']),
  );

  const running = await startApp(home, { isCablePulled: true });
  const strangers = await onlyTheApp(page, running);
  try {
    await page.goto(running.ui);
    await expect(app.chats.first()).toBeVisible();
    expect(await page.evaluate(unplayable, files)).toEqual([]);
    await openEveryChat(app);

    const field = page.getByRole('searchbox', { name: 'Search all messages' });
    const results = page.getByRole('region', { name: 'Search results' });
    for (const [typed, found] of QUESTIONS) {
      await field.fill(typed);
      await expect(results.getByRole('button').filter({ hasText: found }), typed).not.toHaveCount(
        0,
      );
    }
    await field.fill('cardapio');
    await results.getByRole('button', { name: 'Cardápio de arranjos.pdf' }).click();
    await page.getByRole('button', { name: 'Open the document' }).last().click();
    await expect(page.getByRole('dialog').getByText('Page 1 of 1')).toBeAttached();
    await page.keyboard.press('Escape');
    expect(strangers).toEqual([]);
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
