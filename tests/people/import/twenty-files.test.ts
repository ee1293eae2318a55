import { describe, expect, it } from 'vitest';
import type { CountryCode } from 'libphonenumber-js/max';
import { undoImport } from '#electron/people/import/undo-import.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { insertField, setFieldValue } from '#electron/store/custom-fields.ts';
import { findImport } from '#electron/store/imports.ts';
import { labelContact } from '#electron/store/label-holders.ts';
import { insertLabel } from '#electron/store/labels.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import { addAccount, addChat } from '../../support/store.ts';
import { dumpPeople, NEVER, outcome, Rig } from './rig.ts';

const ANA = '+5511988887777';
/** As Ana stands here before any file comes: she said stop, is blocked, and has a label and a field. */
const ANA_LINE = `${ANA} · Ana · a note of old · opted out · #VIP · visits=7`;

interface HostileFile {
  readonly what: string;
  readonly bytes: string | Uint8Array | ((rig: Rig) => Promise<string>);
  readonly country?: CountryCode;
  readonly outcome: string;
  /** Everybody but Ana, unless her line is given too. */
  readonly people: readonly string[];
  /** Why rows were refused, in their order. */
  readonly reasons?: readonly RegExp[];
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function windows1251(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
}

/** 山田太郎, who says こんにちは。 */
function shiftJis(): Uint8Array {
  const name = [0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59];
  const notes = [0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd, 0x81, 0x42];
  const row = (number: number): number[] => [
    ...Buffer.from(`+8190123456${number},`),
    ...name,
    0x2c,
    ...notes,
    0x0a,
  ];
  return Uint8Array.from([...Buffer.from('phone,name,notes\n'), ...[10, 11, 12, 13].flatMap(row)]);
}

const JOSE = 'phone,name\n+5511988887778,José Ñuñez\n';
const JOSE_ONLY = {
  outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
  people: ['+5511988887778 · José Ñuñez'],
};

const FILES: readonly HostileFile[] = [
  { what: 'UTF-8 with a mark', bytes: Buffer.from(`\uFEFF${JOSE}`), ...JOSE_ONLY },
  { what: 'UTF-16 little-endian with a mark', bytes: utf16(JOSE, 'le', true), ...JOSE_ONLY },
  { what: 'UTF-16 big-endian without a mark', bytes: utf16(JOSE, 'be', false), ...JOSE_ONLY },
  { what: 'Windows-1252', bytes: Buffer.from(JOSE, 'latin1'), ...JOSE_ONLY },
  {
    what: 'Windows-1251 with semicolons',
    bytes: windows1251(
      'phone;name;notes\n+79161234567;Наталья Иванова;Хочет букет роз в пятницу после обеда, оплата картой\n',
    ),
    outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: [
      '+79161234567 · Наталья Иванова · Хочет букет роз в пятницу после обеда, оплата картой',
    ],
  },
  {
    what: 'Shift_JIS',
    bytes: shiftJis(),
    outcome: '4 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: [10, 11, 12, 13].map((end) => `+8190123456${end} · 山田太郎 · こんにちは。`),
  },
  {
    what: 'a line that tells Excel the separator',
    bytes: 'sep=;\r\nphone;name\r\n+5511988887778;Bia, Rua 1, 2\r\n12;Caio\r\n',
    outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (3)',
    people: ['+5511988887778 · Bia, Rua 1, 2'],
    reasons: [/no \+ and country code/],
  },
  {
    what: 'tabs, with NUL bytes',
    bytes: 'Phone\tName\tOrder\n+5511988887778\tB\0ia\t"1,5; 2|3"\n',
    outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: ['+5511988887778 · Bia · Order=1,5; 2|3'],
  },
  {
    what: 'bars and the line ends of old Macs',
    bytes: 'phone|name|city\r+5511988887778|Bia|Rio\r+5511988887779|Caio|Recife',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: ['+5511988887778 · Bia · city=Rio', '+5511988887779 · Caio · city=Recife'],
  },
  {
    what: 'a header below a title and blank rows',
    bytes:
      ',,\nMy customers,,\n,,\nNome,Celular,Cidade\nBia,+5511988887778,Rio\n,,\nCaio,123,Rio\n',
    outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (7)',
    people: ['+5511988887778 · Bia · Cidade=Rio'],
    reasons: [/no \+ and country code/],
  },
  {
    what: 'no header at all',
    bytes: 'Bia,+5511988887778,bia@example.com\nCaio,+5511988887779,caio@example.com\n',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: ['+5511988887778 · Bia · bia@example.com', '+5511988887779 · Caio · caio@example.com'],
  },
  {
    what: 'quotes with line ends, separators and quotes inside',
    bytes:
      'phone,name,notes\n+5511988887778,"Silva, Bia ""Bibi""","first line\nsecond, line"\n+5511988887779,Caio "C" Reis,x\n',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: [
      '+5511988887778 · Silva, Bia "Bibi" · first line\nsecond, line',
      '+5511988887779 · Caio "C" Reis · x',
    ],
  },
  {
    what: 'quotes that are never closed',
    bytes: 'phone,name\n+5511988887778,"Bia\n+5511988887779,"Caio"\n+5511988887770,"Davi\n',
    outcome: '1 created, 0 updated, 0 unchanged, 0 skipped, 2 rejected (2,4)',
    people: ['+5511988887779 · Caio'],
    reasons: [/never closed/, /never closed/],
  },
  {
    what: 'rows that are too short and too long',
    bytes:
      'phone,name,city\n+5511988887778\n+5511988887779,Caio,Rio,,\n+5511988887770,Reis, D,Rio\n',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (4)',
    people: ['+5511988887778', '+5511988887779 · Caio · city=Rio'],
    reasons: [/more cells than there are columns/],
  },
  {
    what: 'numbers that Excel shortened',
    bytes:
      'phone,name\n1.555E+10,Lost\n"5,51199E+12",Lost too\n5.511988887778E+12,Bia\n5511988887779.0,Caio\n',
    country: 'BR',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 2 rejected (2,3)',
    people: ['+5511988887778 · Bia', '+5511988887779 · Caio'],
    reasons: [/1\.555E\+10.*last digits are lost/, /5,51199E\+12.*last digits are lost/],
  },
  {
    what: 'numbers that lost their zero, and one too short for it',
    bytes: 'phone,name\n1711234567,Eva\n0171 1234568,Uwe\n0049 171 1234569,Kai\n171,Ole\n',
    country: 'DE',
    outcome: '3 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (5)',
    people: ['+491711234567 · Eva', '+491711234568 · Uwe', '+491711234569 · Kai'],
    reasons: [/too few or too many digits.*taken a zero/],
  },
  {
    what: 'apostrophes and cells that would be formulas',
    bytes: `phone,name,notes\n'+5511988887778,'=Bia,"'=HYPERLINK(""http://x"")"\n'11988887779,''=Caio,-1\n`,
    country: 'BR',
    outcome: '2 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: ['+5511988887778 · =Bia · =HYPERLINK("http://x")', "+5511988887779 · '=Caio · -1"],
  },
  {
    what: 'signs that can’t be seen, and digits of other scripts',
    bytes:
      'phone,name\n\u202A+55\u00A011\u00A098888\u20117778\u202C,Bia\n＋５５１１９８８８８７７７９,Caio\n+٤٣٦٦٤١٢٣٤٥٦٧,نور\n',
    outcome: '3 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    people: ['+5511988887778 · Bia', '+5511988887779 · Caio', '+436641234567 · نور'],
  },
  {
    what: 'the same people in every writing of their numbers, and one who is known',
    bytes:
      'phone,name\n+551188887777,Ana\n+55 (11) 98888-7777,Ana S.\n+5215512345678,Eva\n+525512345678,Eva G.\n+5491123456789,Leo\n+54 11 15-2345-6789,Leo M.\n',
    outcome: '2 created, 0 updated, 1 unchanged, 3 skipped, 0 rejected ()',
    people: ['+525512345678 · Eva', '+5491123456789 · Leo'],
  },
  {
    what: 'words that would opt in and unblock, and one that opts out',
    bytes: `phone,name,opted_out,is_blocked,opt_in\n${ANA},Ana,no,0,yes\n+5511988887778,Bia,Sim,,\n+5511988887779,Caio,perhaps,,\n`,
    outcome: '1 created, 1 updated, 0 unchanged, 0 skipped, 1 rejected (4)',
    people: [
      ANA_LINE.replace('visits', 'is_blocked=0 opt_in=yes visits'),
      '+5511988887778 · Bia · opted out',
    ],
    reasons: [/neither yes nor no/],
  },
  {
    what: 'cells that hold no number, or two',
    bytes:
      'name,phone\nA,n/a\nB,"+5511988887778 / +5511988887779"\nC,+1\nD,+9991234567890\nE,+43 664 1234567 ext. 5\nF,\nG,+551198888777712345\n',
    outcome: '0 created, 0 updated, 0 unchanged, 0 skipped, 7 rejected (2,3,4,5,6,7,8)',
    people: [],
    reasons: [
      /letters/,
      /two phone numbers/,
      /too short/,
      /does not exist/,
      /extension/,
      /no phone number/,
      /too few or too many digits/,
    ],
  },
  {
    what: 'a workbook with a cover sheet, numbers, dates, yes and no, and blank rows',
    bytes: (rig) =>
      rig.workbook({
        Cover: [['Made by the shop system']],
        People: [
          ['Telefone', 'Nome', 'Since', 'visits', 'Code'],
          [5511988887778, 'Bia', new Date('2019-05-01T00:00:00Z'), 12, '00123'],
          [null],
          [123, 'Caio', null, 1.5, '7'],
          [ANA, 'Ana Maria', null, 8, null],
        ],
      }),
    country: 'BR',
    outcome: '1 created, 1 updated, 0 unchanged, 0 skipped, 1 rejected (4)',
    people: [
      ANA_LINE.replace('Ana ', 'Ana Maria ').replace('visits=7', 'visits=8'),
      '+5511988887778 · Bia · Code=00123 Since=2019-05-01 visits=12',
    ],
    reasons: [/too few or too many digits/],
  },
];

function populate(rig: Rig): void {
  const ana = addChat(rig.store, addAccount(rig.store), { name: 'Ana', phone: ANA }).contactId;
  rig.store.write((tx) => {
    labelContact(tx, ana, insertLabel(tx, 'VIP', '#3f8f63', 1));
    setFieldValue(tx, ana, insertField(tx, { name: 'visits', type: 'number' }, 1), '7');
    recordConsent(
      tx,
      { contact_id: ana, kind: 'opt_out', source: 'stop_word', evidence: '{}', at: 5 },
      5,
    );
    tx.run("UPDATE contact SET notes = 'a note of old', is_blocked = 1 WHERE id = ?", ana);
  });
}

/** Every table but the books of the imports themselves, and what the search finds. */
function everything(rig: Rig): unknown {
  while (rig.store.write((tx) => indexSome(tx, 500, rig.now)) > 0);
  return {
    tables: dumpPeople(rig.store),
    search: rig.store.prepare('SELECT rowid, words FROM contact_search ORDER BY rowid').all(),
  };
}

async function undo(rig: Rig, importId: ImportId | null): Promise<void> {
  const id = importId ?? asId<ImportId>(0);
  rig.now += 60_000;
  await undoImport({ store: rig.store, clock: rig.clock, stopping: NEVER }, id, 'undone');
  expect(findImport(rig.store, id)).toMatchObject({ state: 'undone', kept: 0 });
}

describe('a hostile spreadsheet', () => {
  it.each(FILES)(
    'with $what gives exactly the people in it, once, and goes again whole',
    async (file) => {
      using rig = new Rig();
      populate(rig);
      const before = everything(rig);
      const path = typeof file.bytes === 'function' ? await file.bytes(rig) : rig.file(file.bytes);
      const country = file.country ?? null;

      const first = await rig.import(path, { country });
      expect(outcome(first)).toBe(file.outcome);
      const people =
        file.people[0]?.startsWith(ANA) === true ? file.people : [ANA_LINE, ...file.people];
      expect(rig.people()).toEqual(people);
      expect(first.rejected).toHaveLength(file.reasons?.length ?? 0);
      for (const [index, reason] of (file.reasons ?? []).entries()) {
        expect(first.rejected[index]?.reason).toMatch(reason);
      }
      expect(
        rig.store.prepare('SELECT opted_out, is_blocked FROM contact WHERE id = 1').all(),
        'Ana said stop, and is blocked',
      ).toEqual([{ opted_out: 1, is_blocked: 1 }]);

      const once = everything(rig);
      const { counts } = first;
      const second = await rig.import(path, { country });
      expect(second.counts, 'the same file again changes nothing').toEqual({
        ...counts,
        created: 0,
        updated: 0,
        unchanged: counts.created + counts.updated + counts.unchanged,
      });
      expect(everything(rig)).toEqual(once);

      await undo(rig, second.importId);
      await undo(rig, first.importId);
      expect(everything(rig), 'undone, every table is as it was').toEqual(before);
    },
  );
});
