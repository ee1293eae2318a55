import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '#electron/people/import/sheet.ts';
import { openFile } from '#electron/people/import/sheet-thread.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import { outcome, Rig } from './rig.ts';

describe('a file that is too much', () => {
  it('of 100,000 rows is counted to the last of them', async () => {
    using rig = new Rig();
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      index % 10 === 9
        ? `12,Person ${index}`
        : `+55119${80_000_000 + (index % 60_000)},Person ${index}`,
    );
    const path = rig.file(`phone,name\n${rows.join('\n')}`);
    const { counts, rejected } = await rig.import(path, { isDryRun: true });
    expect(counts).toEqual({
      created: 54_000,
      updated: 0,
      unchanged: 0,
      skipped: 36_000,
      rejected: 10_000,
    });
    expect(rejected.at(-1)?.row).toBe(100_001);
  }, 60_000);

  it.each([
    ['a line of 10 MB', Buffer.alloc(10_000_000, 'a')],
    ['commas only', Buffer.alloc(1_000_000, ',')],
    ['line ends only', Buffer.alloc(500_000, '\n')],
    ['zeros only', Buffer.alloc(1_000_000)],
    [
      'noise',
      Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * index * 7919) % 251)),
    ],
  ])('%s is refused in words', async (_, bytes) => {
    using rig = new Rig();
    await expect(rig.import(rig.file(bytes))).rejects.toThrow(
      /No column of this file holds phone numbers/,
    );
  });

  it('with a quote opened in every row is read without quotes after a while', async () => {
    using rig = new Rig();
    const rows = Array.from({ length: 2_000 }, (_, index) => `+55119${80_000_000 + index},"P`);
    expect(outcome(await rig.importText(`phone,name\n${rows.join('\n')}\n`))).toMatch(
      /^1950 created, 0 updated, 0 unchanged, 0 skipped, 50 rejected/,
    );
  });

  it('with thousands of columns is refused', async () => {
    using rig = new Rig();
    const names = Array.from({ length: 3_000 }, (_, index) => `c${index}`).join(',');
    await expect(rig.importText(`phone,${names}\n+5511988887777\n`)).rejects.toThrow(
      /3001 columns/,
    );
  });

  it('larger than any list of contacts is not even read', async () => {
    using rig = new Rig();
    const path = rig.file(Buffer.alloc(MAX_FILE_BYTES + 1));
    await expect(openFile(path, AS_IT_LOOKS)).rejects.toThrow(/up to 64 MB can be read/);
  });

  it('says where a zero may be lost', async () => {
    using rig = new Rig();
    const { rejected } = await rig.importText('phone,name\n641,Ana\n', 'AT');
    expect(rejected[0]?.reason).toMatch(/Excel may have taken a zero/);
  });
});
