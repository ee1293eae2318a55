import { describe, expect, it } from 'vitest';
import { checkContent } from '#shared/outgoing/content.ts';
import type { CheckedType } from '#shared/outgoing/content.ts';

/** The first sentence of the refusal; undefined when Meta would take it. */
function refusal(type: CheckedType, content: unknown): string | undefined {
  const checked = checkContent(type, content);
  return checked.ok ? undefined : checked.issues[0]?.message;
}

const body = { text: 'Which one?' };
const button = (title: string, id = title) => ({ type: 'reply', reply: { id, title } });
const buttons = (all: unknown, more = {}) => ({
  type: 'button',
  body,
  action: { buttons: all },
  ...more,
});
const row = (title: string, more = {}) => ({ id: title, title, ...more });
const list = (sections: unknown, opener = 'Open') => ({
  type: 'list',
  body,
  action: { button: opener, sections },
});
const link = (display_text: string, url: string) => ({
  type: 'cta_url',
  body,
  action: { name: 'cta_url', parameters: { display_text, url } },
});
const card = (n: number, action: unknown, more = {}) => ({
  card_index: n,
  type: 'cta_url',
  header: { type: 'image', image: { link: 'https://a.example/1.png' } },
  action,
  ...more,
});
const open = { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://a.example/' } };
const quick = {
  buttons: [{ type: 'quick_reply', quick_reply: { id: 'y', title: 'Yes' } }],
};
const carousel = (...cards: unknown[]) => ({ type: 'carousel', body, action: { cards } });
const person = (more = {}) => ({ name: { formatted_name: 'Ana', first_name: 'Ana' }, ...more });
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => row(`Row ${from + n}`));

/** At the limit, and one past it. Source: meta-platform §1.3, §1.4, §1.5. */
const BORDERS: readonly (readonly [CheckedType, unknown, unknown, RegExp])[] = [
  ['text', { body: 'x'.repeat(4096) }, { body: 'x'.repeat(4097) }, /4097 characters.*4096/u],
  ['text', { body: ' x ' }, { body: ' \n ' }, /empty/u],
  [
    'location',
    { latitude: 90, longitude: -180 },
    { latitude: 90.01, longitude: 0 },
    /latitude.*-90 and 90/u,
  ],
  [
    'location',
    { latitude: '-23.5', longitude: '46' },
    { latitude: '1e3', longitude: '46' },
    /latitude/u,
  ],
  ['contacts', Array(5).fill(person()), Array(6).fill(person()), /6 contact cards.*5/u],
  ['contacts', [person()], [{ name: { formatted_name: 'Ana' } }], /first_name or last_name/u],
  [
    'contacts',
    [person({ phones: [{ phone: '+55 (11) 9-1' }] })],
    [person({ phones: [{ phone: 'call me' }] })],
    /phone number/u,
  ],
  [
    'interactive',
    buttons([button('x'.repeat(20))]),
    buttons([button('x'.repeat(21))]),
    /title of a button has 21.*20/u,
  ],
  [
    'interactive',
    buttons([button('A'), button('B'), button('C')]),
    buttons([button('A'), button('B'), button('C'), button('D')]),
    /at most 3 buttons/u,
  ],
  [
    'interactive',
    buttons([button('A', '1'), button('B', '2')]),
    buttons([button('A', '1'), button('A ', '2')]),
    /same title/u,
  ],
  [
    'interactive',
    buttons([button('A', 'x'.repeat(256))]),
    buttons([button('A', 'x'.repeat(257))]),
    /257.*256/u,
  ],
  [
    'interactive',
    buttons([button('A')], { header: { type: 'text', text: 'x'.repeat(60) } }),
    buttons([button('A')], { header: { type: 'text', text: 'x'.repeat(61) } }),
    /heading has 61.*60/u,
  ],
  [
    'interactive',
    buttons([button('A')], { footer: { text: 'x'.repeat(60) } }),
    buttons([button('A')], { footer: { text: 'x'.repeat(61) } }),
    /small print has 61.*60/u,
  ],
  [
    'interactive',
    buttons([button('A')], { body: { text: 'x'.repeat(1024) } }),
    buttons([button('A')], { body: { text: 'x'.repeat(1025) } }),
    /text has 1025.*1024/u,
  ],
  ['interactive', list([{ rows: rows(10) }]), list([{ rows: rows(11) }]), /at most 10 choices/u],
  [
    'interactive',
    list([
      { title: 'A', rows: rows(5) },
      { title: 'B', rows: rows(5, 5) },
    ]),
    list([
      { title: 'A', rows: rows(5) },
      { title: 'B', rows: rows(6, 5) },
    ]),
    /at most 10 choices in all/u,
  ],
  [
    'interactive',
    list([{ rows: rows(1) }]),
    list([{ rows: rows(1) }, { rows: rows(1, 1) }]),
    /each needs a title/u,
  ],
  [
    'interactive',
    list([{ title: 'x'.repeat(24), rows: rows(1) }]),
    list([{ title: 'x'.repeat(25), rows: rows(1) }]),
    /title of a section has 25.*24/u,
  ],
  [
    'interactive',
    list([{ rows: [row('x'.repeat(24), { description: 'd'.repeat(72) })] }]),
    list([{ rows: [row('x', { description: 'd'.repeat(73) })] }]),
    /description of a choice has 73.*72/u,
  ],
  [
    'interactive',
    list([{ rows: [row('x'.repeat(24))] }]),
    list([{ rows: [row('x'.repeat(25))] }]),
    /title of a choice has 25.*24/u,
  ],
  [
    'interactive',
    list([{ rows: rows(1) }], 'x'.repeat(20)),
    list([{ rows: rows(1) }], 'x'.repeat(21)),
    /opens the list|open the list has 21.*20/u,
  ],
  [
    'interactive',
    link('x'.repeat(20), 'https://a.example'),
    link('x'.repeat(21), 'https://a.example'),
    /button has 21.*20/u,
  ],
  [
    'interactive',
    link('Open', 'http://a.example'),
    link('Open', 'javascript:alert(1)'),
    /web address/u,
  ],
  [
    'interactive',
    { type: 'location_request_message', body, action: { name: 'send_location' } },
    { type: 'location_request_message', body, action: { name: 'send_location' }, footer: body },
    /footer/u,
  ],
  [
    'interactive',
    {
      type: 'product_list',
      header: { type: 'text', text: 'x' },
      body,
      action: { catalog_id: 'c', sections: [{ product_items: [{ product_retailer_id: 'p' }] }] },
    },
    {
      type: 'product_list',
      body,
      action: { catalog_id: 'c', sections: [{ product_items: [{ product_retailer_id: 'p' }] }] },
    },
    /expected object/u,
  ],
  [
    'interactive',
    {
      type: 'flow',
      body,
      action: {
        name: 'flow',
        parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book' },
      },
    },
    {
      type: 'flow',
      body,
      action: {
        name: 'flow',
        parameters: { flow_message_version: '3', flow_id: '1', flow_name: 'b', flow_cta: 'Book' },
      },
    },
    /flow_id or by flow_name/u,
  ],
  [
    'interactive',
    carousel(card(0, open), card(1, open)),
    carousel(card(0, open)),
    /at least 2 cards/u,
  ],
  [
    'interactive',
    carousel(card(0, quick), card(1, quick)),
    carousel(card(0, open), card(1, quick)),
    /same kind and number/u,
  ],
  [
    'interactive',
    carousel(card(0, open, { body: { text: 'a\nb\nc' } }), card(1, open)),
    carousel(card(0, open, { body: { text: 'a\nb\nc\nd' } }), card(1, open)),
    /at most 2 line breaks/u,
  ],
  [
    'template',
    { name: 'spring_sale', language: { code: 'en_US' } },
    { name: 'Spring sale', language: { code: 'en_US' } },
    /small letters/u,
  ],
  [
    'template',
    {
      name: 'a',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
    },
    {
      name: 'a',
      language: { code: 'en' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: ' ' }] }],
    },
    /parameter of the template is missing/u,
  ],
  [
    'template',
    {
      name: 'a',
      language: { code: 'en' },
      components: [
        {
          type: 'button',
          sub_type: 'copy_code',
          index: 0,
          parameters: [{ type: 'coupon_code', coupon_code: 'x'.repeat(15) }],
        },
      ],
    },
    {
      name: 'a',
      language: { code: 'en' },
      components: [
        {
          type: 'button',
          sub_type: 'copy_code',
          index: 0,
          parameters: [{ type: 'coupon_code', coupon_code: 'x'.repeat(16) }],
        },
      ],
    },
    /coupon code has 16.*15/u,
  ],
];

describe('what may be sent', () => {
  it.each(BORDERS)(
    '%s: Meta’s limit is taken, and one past it is refused in words (case %#)',
    (type, within, past, words) => {
      expect(refusal(type, within)).toBeUndefined();
      expect(refusal(type, past)).toMatch(words);
    },
  );

  it('names every unknown field', () => {
    expect(refusal('location', { latitude: 1, longitude: 1, colour: 'red' })).toMatch(/colour/u);
    expect(refusal('interactive', buttons([button('A')], { colour: 'red' }))).toMatch(/colour/u);
  });

  it('goes out without the spaces around it, and with degrees as plain text', () => {
    expect(checkContent('location', { latitude: 1e-7, longitude: 10, name: ' Shop ' })).toEqual({
      ok: true,
      content: { latitude: '0.0000001', longitude: '10', name: 'Shop' },
    });
    expect(checkContent('text', { body: ' as typed ' })).toEqual({
      ok: true,
      content: { body: ' as typed ' },
    });
  });

  it('measures as Meta may, in UTF-16 units', () => {
    expect(refusal('interactive', buttons([button('🌸'.repeat(10))]))).toBeUndefined();
    expect(refusal('interactive', buttons([button('🌸'.repeat(11))]))).toMatch(/22 characters/u);
  });
});
