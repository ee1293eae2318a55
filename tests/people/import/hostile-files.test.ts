import { describe, expect, it } from 'vitest';
import { outcome, Rig } from './rig.ts';

function bytesOf(text: string): readonly number[] {
  return [...Buffer.from(text)];
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const JOSE = 'phone,name\n+5511988887777,José Ñuñez\n';
const JOSE_READ = ['+5511988887777 · José Ñuñez'];

describe('the encoding of a file is found by looking', () => {
  it.each([
    ['UTF-8', Buffer.from(JOSE)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${JOSE}`)],
    ['UTF-16 little-endian with a mark', utf16(JOSE, 'le', true)],
    ['UTF-16 big-endian with a mark', utf16(JOSE, 'be', true)],
    ['UTF-16 little-endian without a mark', utf16(JOSE, 'le', false)],
    ['UTF-16 big-endian without a mark', utf16(JOSE, 'be', false)],
    ['Windows-1252', Buffer.from(JOSE, 'latin1')],
    ['UTF-8 with NUL bytes in it', Buffer.from(JOSE.replaceAll('José', 'Jo\0sé'))],
  ])('%s', async (_, bytes) => {
    using rig = new Rig();
    expect(outcome(await rig.import(rig.file(bytes)))).toBe(
      '1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected ()',
    );
    expect(rig.people()).toEqual(JOSE_READ);
  });

  it('Windows-1251, by how Russian letters are spread', async () => {
    using rig = new Rig();
    const text =
      'phone;name;notes\n+79161234567;Наталья Иванова;Хочет букет роз в пятницу после обеда, оплата картой при получении\n';
    const bytes = Uint8Array.from(
      Array.from(text, (letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );
    await rig.import(rig.file(bytes));
    expect(rig.people()).toEqual([
      '+79161234567 · Наталья Иванова · Хочет букет роз в пятницу после обеда, оплата картой при получении',
    ]);
  });

  it('Shift_JIS, by how Japanese letters are spread', async () => {
    using rig = new Rig();
    const name = [0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59];
    const notes = [0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd, 0x81, 0x42];
    const rows = Array.from({ length: 8 }, (_, index) => [
      ...bytesOf(`+8190123456${10 + index},`),
      ...name,
      ...bytesOf(','),
      ...notes,
      ...bytesOf('\n'),
    ]).flat();
    await rig.import(rig.file(Uint8Array.from([...bytesOf('phone,name,notes\n'), ...rows])));
    expect(rig.people()[0]).toBe('+819012345610 · 山田太郎 · こんにちは。');
  });
});

describe('the shape of a file is found by looking', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('%s between the cells', async (_, sign) => {
    using rig = new Rig();
    const rows = [
      ['Phone', 'Name', 'Amount'],
      ['+5511988887777', 'Ana', '"1,5; 2|3"'],
      ['+5511988887778', 'Bia', '7'],
    ];
    await rig.importText(rows.map((row) => row.join(sign)).join('\r\n'));
    expect(rig.people()).toEqual([
      '+5511988887777 · Ana · Amount=1,5; 2|3',
      '+5511988887778 · Bia · Amount=7',
    ]);
  });

  it('a line that tells Excel the sign, which is no row', async () => {
    using rig = new Rig();
    const report = await rig.importText(
      'sep=;\nphone;name\n+5511988887777;Ana, Rua 1, 2\n12;Bia\n',
    );
    expect(rig.people()).toEqual(['+5511988887777 · Ana, Rua 1, 2']);
    expect(report.rejected.map(({ row }) => row)).toEqual([3]);
  });

  it.each([
    ['of old Macs', '\r'],
    ['of Windows', '\r\n'],
  ])('line ends %s', async (_, end) => {
    using rig = new Rig();
    await rig.importText(['phone,name', '+5511988887777,Ana', '+5511988887778,Bia'].join(end));
    expect(rig.people()).toEqual(['+5511988887777 · Ana', '+5511988887778 · Bia']);
  });

  it('a header below a title and blank rows, with the rows counted as the spreadsheet counts them', async () => {
    using rig = new Rig();
    const report = await rig.importText(
      ',,\nMy customers,,\n,,\nNome,Celular,Cidade\nAna,+5511988887777,Rio\n,,\nBia,123,Rio\n',
    );
    expect(outcome(report)).toBe('1 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (7)');
    expect(rig.people()).toEqual(['+5511988887777 · Ana · Cidade=Rio']);
  });

  it('no header at all', async () => {
    using rig = new Rig();
    await rig.importText(
      'Ana,+5511988887777,ana@example.com\nBia,+5511988887778,bia@example.com\n',
    );
    expect(rig.people()).toEqual([
      '+5511988887777 · Ana · ana@example.com',
      '+5511988887778 · Bia · bia@example.com',
    ]);
  });

  it('headers in many languages, two names, a second number, and columns of the owner’s own', async () => {
    using rig = new Rig();
    await rig.importText(
      'Vorname;Nachname;Rufnummer;WhatsApp;E-Mail;Etiketten;Notizen;Sprache;Kunde seit\n' +
        'Eva;Huber;+4319999999;+436641234567;EVA@example.com;Stamm, Wien;ruft an;Deutsch;2019-05-01\n',
    );
    expect(rig.people()).toEqual([
      '+436641234567 · Eva Huber · EVA@example.com · ruft an · de · #Stamm #Wien · Kunde seit=2019-05-01 Rufnummer=+4319999999',
    ]);
    expect(rig.store.prepare('SELECT name, type FROM custom_field ORDER BY name').all()).toEqual([
      { name: 'Kunde seit', type: 'date' },
      { name: 'Rufnummer', type: 'text' },
    ]);
  });

  it('quotes with line ends, separators and quotes inside', async () => {
    using rig = new Rig();
    await rig.importText(
      'phone,name,notes\n+5511988887777,"Silva, Ana ""Nana""","first line\nsecond, line"\n+5511988887778,Ana "Bia" Reis,x\n',
    );
    expect(rig.people()).toEqual([
      '+5511988887777 · Silva, Ana "Nana" · first line\nsecond, line',
      '+5511988887778 · Ana "Bia" Reis · x',
    ]);
  });

  it('a quote that is never closed spoils its own row and no other', async () => {
    using rig = new Rig();
    const report = await rig.importText(
      'phone,name\n+5511988887777,Ana\n+5511988887778,"Bia\n+5511988887779,"Caio"\n+5511988887770,"Davi\n+5511988887771,Eva\n',
    );
    expect(outcome(report)).toBe('3 created, 0 updated, 0 unchanged, 0 skipped, 2 rejected (3,5)');
    expect(report.rejected[0]?.reason).toMatch(/never closed/);
    expect(rig.people()).toEqual([
      '+5511988887777 · Ana',
      '+5511988887779 · Caio',
      '+5511988887771 · Eva',
    ]);
  });

  it('rows that are too short, and rows that are too long', async () => {
    using rig = new Rig();
    const report = await rig.importText(
      'phone,name,city\n+5511988887777\n+5511988887778,Bia,Rio,,\n+5511988887779,Reis, Caio,Rio\n',
    );
    expect(outcome(report)).toBe('2 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (4)');
    expect(report.rejected[0]?.reason).toMatch(/more cells than there are columns/);
  });
});

describe('what Excel does to numbers is told cell by cell', () => {
  it.each([
    ['1.555E+10', /shortened.*1\.555E\+10.*last digits are lost/],
    ['"1,555E+10"', /shortened.*last digits are lost/],
    ['', /no phone number/],
    ['n/a', /letters/],
    ['+55 11 98888-7777 / +55 11 98888-7778', /two phone numbers/],
    ['"+5511988887777, +5511988887778"', /two phone numbers/],
    ['+1', /does not exist, or is too short/],
    ['+9991234567890', /country code that does not exist/],
    ['5511988887777', /no \+ and country code.*from which country/],
    ['+55119888877771234567', /digits/],
    ['+1 555 123', /too few or too many digits/],
    ['+43 664 1234567 ext. 5', /extension/],
  ])('%s is refused with the reason', async (cell, reason) => {
    using rig = new Rig();
    const report = await rig.importText(`name,phone\nAna,${cell}\n`);
    expect(report.counts).toMatchObject({ created: 0, rejected: 1 });
    expect(report.rejected).toEqual([
      { row: 2, value: cell.replaceAll('"', ''), reason: expect.stringMatching(reason) as unknown },
    ]);
    expect(rig.people()).toEqual([]);
  });

  it.each([
    ['5.511988887777E+12', 'BR', '+5511988887777'],
    ["'+5511988887777", null, '+5511988887777'],
    ["'11988887777", 'BR', '+5511988887777'],
    ['5511988887777.0', 'BR', '+5511988887777'],
    ['  +55 (11) 9 8888-7777  ', null, '+5511988887777'],
    ['\u202A+55\u00A011\u00A098888\u20117777\u202C', null, '+5511988887777'],
    ['＋５５１１９８８８８７７７７', null, '+5511988887777'],
    ['+٤٣٦٦٤١٢٣٤٥٦٧', null, '+436641234567'],
    ['1711234567', 'DE', '+491711234567'],
    ['0171 1234567', 'DE', '+491711234567'],
    ['0043 664 1234567', 'AT', '+436641234567'],
    ['tel:+436641234567', null, '+436641234567'],
    ['+1 555 123 0001', null, '+15551230001'],
  ] as const)('%s from %s is %s', async (cell, country, phone) => {
    using rig = new Rig();
    await rig.importText(`phone,name\n${cell},Ana\n`, country);
    expect(rig.people()).toEqual([`${phone} · Ana`]);
  });
});

describe('the same person', () => {
  it('twice in a file, in other writing or by the older form of the number, counts once', async () => {
    using rig = new Rig();
    const report = await rig.importText(
      'phone,name\n+5511988887777,Ana\n+55 (11) 98888-7777,Ana Silva\n+551188887777,Ana S.\n+5215512345678,Eva\n+525512345678,Eva G.\n+54 11 15-2345-6789,Leo\n+5491123456789,Leo M.\n+541123456789,Leo Messina\n',
    );
    expect(outcome(report)).toBe('3 created, 0 updated, 0 unchanged, 5 skipped, 0 rejected ()');
    expect(rig.people()).toEqual([
      '+5511988887777 · Ana',
      '+525512345678 · Eva',
      '+5491123456789 · Leo',
    ]);
  });

  it('known already by another form of the number is updated, and an empty cell takes nothing away', async () => {
    using rig = new Rig();
    await rig.importText(
      'phone,name,email,labels,city\n+551188887777,Ana,ana@example.com,VIP,Rio\n',
    );
    const report = await rig.importText(
      'phone,name,email,labels,city\n+5511988887777,,ANA@example.com,vip;New,Recife\n',
    );
    expect(outcome(report)).toBe('0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected ()');
    expect(rig.people()).toEqual([
      '+551188887777 · Ana · ana@example.com · #New #VIP · city=Recife',
    ]);
  });
});

describe('cells that can’t be read', () => {
  it.each([
    ['email', 'not-an-address', /not an e-mail address/],
    ['language', 'Klingon!', /not a language/],
    ['opted_out', 'perhaps', /neither yes nor no/],
    ['name', 'x'.repeat(500), /500 letters/],
    ['notes', 'x'.repeat(20_000), /20,000 letters/],
    ['notes', 'x'.repeat(200_000), /200,000 letters/],
    ['labels', 'y'.repeat(100), /100 letters/],
    ['city', 'z'.repeat(5_000), /5,000 letters/],
  ])('in the column %s are refused in words', async (column, cell, reason) => {
    using rig = new Rig();
    const report = await rig.importText(
      `phone,${column}\n+5511988887777,${cell}\n+5511988887778,\n`,
    );
    expect(outcome(report)).toBe('1 created, 0 updated, 0 unchanged, 0 skipped, 1 rejected (2)');
    expect(report.rejected[0]?.reason).toMatch(reason);
  });
});
