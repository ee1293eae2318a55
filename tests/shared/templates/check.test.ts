import { describe, expect, it } from 'vitest';
import type { TemplateContent } from '#shared/models/template.ts';
import type {
  TemplateButton,
  TemplateCard,
  TemplateHeader,
} from '#shared/models/template-parts.ts';
import { checkTemplate } from '#shared/templates/check.ts';
import { aBody, aTemplate } from './builders.ts';

function found(content: TemplateContent): string[] {
  return checkTemplate(content).map(({ code, place }) => `${code} ${place}`);
}

const reply = (text: string): TemplateButton => ({ type: 'QUICK_REPLY', text });
const call: TemplateButton = { type: 'PHONE_NUMBER', text: 'Call', phone: '+5511987650001' };
const link = (url: string, example = ''): TemplateButton => ({
  type: 'URL',
  text: 'Open',
  url,
  example,
});
const heading = (text: string, examples = {}): TemplateHeader => ({ kind: 'text', text, examples });
const picture: TemplateHeader = { kind: 'media', media: 'image', handle: '4::h' };
const card = (buttons: readonly TemplateButton[], text = ''): TemplateCard => ({
  header: picture,
  body: aBody(text),
  buttons,
});
const otp = { type: 'OTP', otp: 'COPY_CODE', text: '', autofillText: '', apps: [] } as const;
const app = { packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' };

/** Each row: what is wrong, the template, and what the rules say about it. */
const CASES: readonly (readonly [string, TemplateContent, readonly string[]])[] = [
  ['a name that is missing', aTemplate({}, { name: '' }), ['missing name']],
  ['capitals in the name', aTemplate({}, { name: 'OrderReady' }), ['name_characters name']],
  ['513 letters in the name', aTemplate({}, { name: 'a'.repeat(513) }), ['too_long name']],
  ['a language with a hyphen', aTemplate({}, { language: 'en-US' }), ['language_form language']],
  ['no words', aTemplate({ body: aBody(' ') }), ['missing body']],
  ['1,025 characters', aTemplate({ body: aBody('x'.repeat(1025)) }), ['too_long body']],
  [
    'a variable at the beginning',
    aTemplate({ body: aBody('{{1}}, your order is ready', { 1: 'Ana' }) }),
    ['variable_at_edge body'],
  ],
  [
    'a variable at the end',
    aTemplate({ body: aBody('Your order is ready, {{1}}', { 1: 'Ana' }) }),
    ['variable_at_edge body'],
  ],
  [
    'a number left out',
    aTemplate({ body: aBody('Hi {{1}}, order {{3}} is ready now, come in.', { 1: 'A', 3: 'B' }) }),
    ['variable_gap body'],
  ],
  [
    'a name among numbers',
    aTemplate({ body: aBody('Hi {{name}}, it is ready.', { name: 'A' }) }),
    ['variable_kind body'],
  ],
  [
    'a variable with a space in it',
    aTemplate({ body: aBody('Hi {{first name}}, it is ready.', { 'first name': 'A' }) }),
    ['variable_malformed body'],
  ],
  [
    'a brace that is not closed',
    aTemplate({ body: aBody('Hi {{1, it is ready.') }),
    ['variable_malformed body'],
  ],
  [
    'a variable without an example',
    aTemplate({ body: aBody('Hi {{1}}, it is ready now.') }),
    ['example_missing body.example.1'],
  ],
  [
    'few words around many variables',
    aTemplate({ body: aBody('Hi {{1}} {{2}} ok', { 1: 'A', 2: 'B' }) }),
    ['few_words body'],
  ],
  ['three line breaks', aTemplate({ body: aBody('Ready.\n\n\nCome.') }), ['blank_lines body']],
  ['five spaces', aTemplate({ body: aBody('Ready.     Come.') }), ['many_spaces body']],
  ['61 characters of heading', aTemplate({ header: heading('x'.repeat(61)) }), ['too_long header']],
  [
    'two variables in the heading',
    aTemplate({ header: heading('{{1}} and {{2}}', { 1: 'a', 2: 'b' }) }),
    ['variables_too_many header'],
  ],
  ['stars in the heading', aTemplate({ header: heading('*Ready*') }), ['no_formatting header']],
  ['two lines of heading', aTemplate({ header: heading('Rea\ndy') }), ['one_line_only header']],
  [
    'a picture without a sample',
    aTemplate({ header: { ...picture, handle: null } }),
    ['sample_missing header'],
  ],
  [
    'a variable in the footer',
    aTemplate({ footer: { kind: 'text', text: 'For {{1}}' } }),
    ['variables_not_here footer'],
  ],
  [
    '61 characters of footer',
    aTemplate({ footer: { kind: 'text', text: 'x'.repeat(61) } }),
    ['too_long footer'],
  ],
  [
    '26 letters on a button',
    aTemplate({ buttons: [reply('x'.repeat(26))] }),
    ['too_long buttons.0.text'],
  ],
  [
    'eleven buttons',
    aTemplate({ buttons: Array.from({ length: 11 }, (_, index) => reply(`Choice ${index}`)) }),
    ['too_many_buttons buttons', 'no_desktop buttons'],
  ],
  ['two calls', aTemplate({ buttons: [call, call] }), ['too_many_of_kind buttons']],
  [
    'quick replies on both sides of a link',
    aTemplate({ buttons: [reply('A'), link('https://a.example'), reply('B')] }),
    ['replies_apart buttons', 'no_desktop buttons'],
  ],
  [
    'replies beside a link, which computers do not show',
    aTemplate({ buttons: [reply('A'), link('https://a.example')] }),
    ['no_desktop buttons'],
  ],
  [
    'a link without https',
    aTemplate({ buttons: [link('a.example')] }),
    ['link_form buttons.0.url'],
  ],
  [
    'a variable in the middle of a link',
    aTemplate({ buttons: [link('https://a.example/{{1}}/x', 'https://a.example/1/x')] }),
    ['link_variable_place buttons.0.url'],
  ],
  [
    'an example that is only the end of the link',
    aTemplate({ buttons: [link('https://a.example/{{1}}', 'tulips')] }),
    ['link_example buttons.0.example'],
  ],
  [
    'a phone without its country',
    aTemplate({ buttons: [{ ...call, phone: '11987650001' }] }),
    ['phone_form buttons.0.phone'],
  ],
  [
    'sixteen letters of code',
    aTemplate({ buttons: [{ type: 'COPY_CODE', example: 'X'.repeat(16) }] }),
    ['too_long buttons.0.example'],
  ],
  ['a code in a utility template', aTemplate({ buttons: [otp] }), ['otp_elsewhere buttons.0']],
  ['ten seconds to deliver', aTemplate({}, { ttlSeconds: 10 }), ['ttl_range ttl']],
  [
    'an authentication template without its button',
    aTemplate({}, { category: 'AUTHENTICATION' }),
    ['otp_missing buttons'],
  ],
  [
    'a heading in an authentication template',
    aTemplate({ header: heading('Code'), buttons: [otp] }, { category: 'AUTHENTICATION' }),
    ['not_in_authentication header'],
  ],
  [
    'a code that holds for two hours',
    aTemplate(
      { footer: { kind: 'expiry', minutes: 120 }, buttons: [otp] },
      { category: 'AUTHENTICATION' },
    ),
    ['minutes_range footer'],
  ],
  [
    'a code that fills itself in, without an app',
    aTemplate({ buttons: [{ ...otp, otp: 'ONE_TAP' }] }, { category: 'AUTHENTICATION' }),
    ['app_missing buttons.0.apps'],
  ],
  [
    'six apps',
    aTemplate(
      { buttons: [{ ...otp, otp: 'ONE_TAP', apps: Array.from({ length: 6 }, () => app) }] },
      { category: 'AUTHENTICATION' },
    ),
    ['too_many_apps buttons.0.apps'],
  ],
  ['a carousel with one card', aTemplate({ cards: [card([reply('A')])] }), ['card_count cards']],
  [
    'cards with other buttons than their neighbours',
    aTemplate({ cards: [card([reply('A')]), card([call])] }),
    ['cards_differ cards'],
  ],
  [
    'a card without a picture',
    aTemplate({ cards: [0, 1].map(() => ({ ...card([reply('A')]), header: null })) }),
    ['card_header cards.0.header', 'card_header cards.1.header'],
  ],
  [
    '161 characters on a card',
    aTemplate({ cards: [0, 1].map(() => card([reply('A')], 'x'.repeat(161))) }),
    ['too_long cards.0.body', 'too_long cards.1.body'],
  ],
  [
    'a footer under a carousel',
    aTemplate({
      footer: { kind: 'text', text: 'Shop' },
      cards: [card([reply('A')]), card([reply('A')])],
    }),
    ['not_with_cards footer'],
  ],
  [
    'an offer in a utility template',
    aTemplate({ offer: { text: 'Ends soon', hasExpiration: false } }),
    ['offer_category offer'],
  ],
  [
    'an offer that ends, without a code',
    aTemplate({ offer: { text: 'Ends soon', hasExpiration: true } }, { category: 'MARKETING' }),
    ['offer_needs_code buttons'],
  ],
];

describe('Meta’s rules for templates', () => {
  it.each(CASES)('find %s', (_, content, expected) => {
    expect(found(content)).toEqual(expected);
  });

  const FINE: readonly (readonly [string, TemplateContent])[] = [
    ['words alone', aTemplate()],
    [
      'twelve numbered variables',
      aTemplate({
        body: aBody(
          `Order: ${Array.from({ length: 12 }, (_, index) => `item number ${index} {{${index + 1}}} here`).join(', ')}.`,
          Object.fromEntries(Array.from({ length: 12 }, (_, index) => [String(index + 1), 'x'])),
        ),
      }),
    ],
    [
      'named variables',
      aTemplate(
        { body: aBody('Hi {{first_name}}, your order is ready.', { first_name: 'Ana' }) },
        { parameterFormat: 'NAMED' },
      ),
    ],
    ['a picture with a sample', aTemplate({ header: picture })],
    [
      'a link with an end',
      aTemplate({ buttons: [link('https://a.example/{{1}}', 'https://a.example/x')] }),
    ],
    ['two like cards', aTemplate({ cards: [card([reply('A')]), card([reply('B')])] })],
    [
      'a code for an app',
      aTemplate(
        {
          body: aBody(''),
          footer: { kind: 'expiry', minutes: 10 },
          buttons: [{ ...otp, otp: 'ONE_TAP', apps: [app] }],
        },
        { category: 'AUTHENTICATION' },
      ),
    ],
  ];

  it.each(FINE)('let %s pass', (_, content) => {
    expect(found(content)).toEqual([]);
  });
});
