import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { outcome, Rig } from './rig.ts';

describe('a workbook', () => {
  it('is read with numbers, dates, yes and no, and blank rows where they are', async () => {
    using rig = new Rig();
    const path = await rig.workbook({
      People: [
        ['Customers of 2026'],
        [null],
        ['Telefone', 'Nome', 'Since', 'Visits', 'Member', 'Code'],
        [5511988887777, 'Ana', new Date('2019-05-01T00:00:00Z'), 12, true, '00123'],
        [null],
        [123, 'Bia', null, 1.5, false, '7'],
      ],
    });
    const report = await rig.import(path, { country: 'BR' });
    expect(outcome(report)).toBe('1 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (6)');
    expect(rig.people()).toEqual([
      '+5511988887777 · Ana · Code=00123 Member=true Since=2019-05-01 Visits=12',
    ]);
    expect(rig.store.prepare('SELECT name, type FROM custom_field ORDER BY name').all()).toEqual([
      { name: 'Code', type: 'text' },
      { name: 'Member', type: 'yes_no' },
      { name: 'Since', type: 'date' },
      { name: 'Visits', type: 'number' },
    ]);
  });

  it('with several sheets gives the one with phone numbers', async () => {
    using rig = new Rig();
    const path = await rig.workbook({
      Read_me: [['This file was made by the shop system']],
      Contacts: [
        ['name', 'phone'],
        ['Ana', '+5511988887777'],
      ],
    });
    await rig.import(path);
    expect(rig.people()).toEqual(['+5511988887777 · Ana']);
  });

  it('that would unpack to gigabytes is refused before it does', async () => {
    using rig = new Rig();
    await expect(rig.import(rig.file(zipBomb(), 'people.xlsx'))).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(/unpack to \d+ MB/) as unknown,
    });
  });

  it.each([
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 this is none'), /damaged/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /XLS/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['an empty file', Buffer.alloc(0), /empty/],
    [
      'a file without numbers',
      Buffer.from('a,b\nc,d\n'),
      /No column of this file holds phone numbers.*a, b/,
    ],
  ])('%s is refused in words', async (_, bytes, words) => {
    using rig = new Rig();
    await expect(rig.import(rig.file(bytes, 'people.xlsx'))).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(words) as unknown,
    });
  });
});

/** One entry whose directory promises 3 GB of zeros. */
function zipBomb(): Buffer {
  const data = deflateRawSync(Buffer.alloc(1024 * 1024));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(3_000_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(3_000_000_000, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}
