import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import type { ExportChoice, ExportFormat } from '#shared/models/contact-export.ts';
import type { RuleGroup } from '#shared/models/segment.ts';
import { exportContacts } from '#electron/people/export/export-thread.ts';
import { guarded, unguarded } from '#electron/people/formula-guard.ts';
import { findLabelByName } from '#electron/store/labels.ts';
import { insertSegment, removeSegment } from '#electron/store/segments.ts';
import { dumpPeople, outcome, Rig } from '../import/rig.ts';

/** Names, notes and fields that a spreadsheet would run or take apart. */
const PEOPLE = `phone,name,email,labels,notes,language,opted_out,Code,+ Formula
+5511988887777,"=HYPERLINK(""http://evil.example"",""Ana"")",ana@example.com,VIP|Spring,"first
second, ""line""",pt-BR,yes,00123,=1+1
+5511988887778,@Bia,,,"''=not one",,,+7,-2
+5511988887779,-Caio;Reis,,VIP,"'' twice",es,,12,"'+x"
`;

async function exported(
  rig: Rig,
  format: ExportFormat,
  choice: ExportChoice = { kind: 'all' },
): Promise<{ readonly path: string; readonly contacts: number }> {
  const path = join(rig.folder, `out.${format}`);
  const contacts = await exportContacts(rig.database, { path, format, choice, columns: null });
  return { path, contacts };
}

describe('an export', () => {
  it.each(['csv', 'xlsx'] as const)('as %s, read back, changes nothing here', async (format) => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const before = dumpPeople(rig.store);
    const { path, contacts } = await exported(rig, format);
    expect(contacts).toBe(3);
    expect(outcome(await rig.import(path))).toBe(
      '0 created, 0 updated, 3 unchanged, 0 skipped, 0 rejected ()',
    );
    expect(dumpPeople(rig.store)).toEqual(before);
  });

  it.each(['csv', 'xlsx'] as const)(
    'as %s, read in elsewhere, gives the same people',
    async (format) => {
      using rig = new Rig();
      using elsewhere = new Rig();
      await rig.importText(PEOPLE);
      await elsewhere.import((await exported(rig, format)).path);
      expect(elsewhere.people()).toEqual(rig.people());
    },
  );

  it('as CSV has no cell that a spreadsheet would run', async () => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const text = readFileSync((await exported(rig, 'csv')).path, 'utf8');
    expect(text.startsWith('\uFEFFphone,name,')).toBe(true);
    expect(text.match(/(?:^|,|\n)"?[=+\-@\t\r](?!\n)/gu)).toBeNull();
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""Ana"")"`);
  });

  it('as XLSX has text only, and no formula', async () => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const sheet = entryOf(
      readFileSync((await exported(rig, 'xlsx')).path),
      'xl/worksheets/sheet1.xml',
    );
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/t="(?:s|inlineStr)"/);
  });

  it('of a selection, of a label and of those who opted out has just those', async () => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const vip = findLabelByName(rig.store, 'VIP');
    if (vip === undefined) throw new Error('The label is missing.');
    const phones = async (choice: ExportChoice): Promise<string[]> => {
      const { path } = await exported(rig, 'csv', choice);
      return [...readFileSync(path, 'utf8').matchAll(/^'\+\d+/gmu)].map(([phone]) =>
        phone.slice(-1),
      );
    };
    expect(await phones({ kind: 'label', labelId: vip.id })).toEqual(['7', '9']);
    expect(await phones({ kind: 'opted_out' })).toEqual(['7']);
    expect(
      await phones({ kind: 'contacts', contactIds: [asId<ContactId>(2), asId<ContactId>(99)] }),
    ).toEqual(['8']);
  });

  it('of a segment has those whom it means now, and nobody when it is gone', async () => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const rules: RuleGroup = {
      kind: 'group',
      combine: 'all',
      rules: [{ kind: 'language', language: 'es', is: true }],
    };
    const segmentId = rig.store.write((tx) => insertSegment(tx, 'Spanish', rules, 1));
    const choice = { kind: 'segment', segmentId } as const;
    const { path, contacts } = await exported(rig, 'csv', choice);
    expect(contacts).toBe(1);
    expect(readFileSync(path, 'utf8')).toContain('+5511988887779');
    rig.store.write((tx) => removeSegment(tx, segmentId, 2));
    expect((await exported(rig, 'csv', choice)).contacts).toBe(0);
  });

  it('has the columns that were chosen, in their order, and no field that is gone', async () => {
    using rig = new Rig();
    await rig.importText(PEOPLE);
    const code = rig.store
      .prepare<{ id: CustomFieldId }>("SELECT id FROM custom_field WHERE name = 'Code'")
      .get();
    if (code === undefined) throw new Error('The field is missing.');
    const path = join(rig.folder, 'chosen.csv');
    const columns = [code.id, 'name', asId<CustomFieldId>(999), 'phone'] as const;
    await exportContacts(rig.database, { path, format: 'csv', choice: { kind: 'all' }, columns });
    const [head, , bia] = readFileSync(path, 'utf8').split('\r\n');
    expect([head, bia]).toEqual(['\uFEFFCode,name,phone', "'+7,'@Bia,'+5511988887778"]);
  });

  it('that can’t be written says so and leaves no piece behind', async () => {
    using rig = new Rig();
    const path = join(rig.folder, 'taken');
    mkdirSync(path);
    await expect(
      exportContacts(rig.database, { path, format: 'csv', choice: { kind: 'all' }, columns: null }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/another place/) as unknown,
    });
  });
});

describe('the guard against formulas', () => {
  it.each([
    '=1',
    '+1',
    '-1',
    '@a',
    '\ta',
    '\ra',
    "'=1",
    "''+1",
    'plain',
    "'quoted'",
    '',
    "O'Neill",
  ])('gives “%s” back as it was', (text) => {
    expect(unguarded(guarded(text))).toBe(text);
    expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
  });
});

/** The text of one file in a ZIP, by its directory. */
function entryOf(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]), zip.lastIndexOf(name));
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  return (zip.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString();
}
