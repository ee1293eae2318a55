import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import type { TemplateCard } from '#shared/models/template-parts.ts';
import { checkContent } from '#shared/outgoing/content.ts';
import { fillTemplate } from '#shared/templates/fill.ts';
import { readParts } from '#shared/templates/read-parts.ts';
import { showTemplate } from '#shared/templates/show.ts';
import { slotsOf } from '#shared/templates/slots.ts';
import type { SlotValue } from '#shared/templates/values.ts';
import { writeParts } from '#shared/templates/write-parts.ts';
import { aBody, aTemplate } from './builders.ts';

function text(value: string): SlotValue {
  return { kind: 'text', text: value };
}

function card(words: string): TemplateCard {
  return {
    header: { kind: 'media', media: 'image', handle: null },
    body: aBody(words),
    buttons: [],
  };
}

const greeting = aTemplate({ body: aBody('Hi {{1}}, it is ready.', { 1: 'Ana' }) });

function problemOf(value: string | undefined): string | undefined {
  const filled = fillTemplate(greeting, value === undefined ? {} : { 'body.1': text(value) });
  return filled.ok ? undefined : filled.problems.map(({ code }) => code).join(' ');
}

describe('a filled template', () => {
  it('puts numbered values in the order of their numbers, past ten too', () => {
    const words = Array.from({ length: 12 }, (_, index) => `{{${12 - index}}}`).join(' and ');
    const template = aTemplate({ body: aBody(`So ${words} it is.`) });
    const values = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`body.${index + 1}`, text(`v${index + 1}`)]),
    );
    const filled = fillTemplate(template, values);
    expect(filled).toMatchObject({
      ok: true,
      template: {
        components: [
          {
            type: 'body',
            parameters: Array.from({ length: 12 }, (_, index) => ({
              type: 'text',
              text: `v${index + 1}`,
            })),
          },
        ],
      },
    });
  });

  it('names the values of named variables', () => {
    const template = aTemplate(
      { body: aBody('Hi {{name}}, it is ready.') },
      { parameterFormat: 'NAMED' },
    );
    expect(fillTemplate(template, { 'body.name': text('Ana') })).toMatchObject({
      template: {
        components: [{ parameters: [{ type: 'text', parameter_name: 'name', text: 'Ana' }] }],
      },
    });
  });

  it('is what Meta takes, with every kind of piece', () => {
    const template = aTemplate({
      header: { kind: 'media', media: 'document', handle: null },
      body: aBody('Hi {{1}}, it is ready.'),
      buttons: [
        { type: 'QUICK_REPLY', text: 'Thanks' },
        { type: 'URL', text: 'Track', url: 'https://a.example/{{1}}', example: '' },
        { type: 'COPY_CODE', example: 'SPRING' },
      ],
    });
    const filled = fillTemplate(template, {
      'header.media': { kind: 'link', url: 'https://a.example/menu.pdf' },
      'body.1': text('Ana'),
      'button.1': text('pedido 7|ç'),
      'button.2': text('TULIP20'),
    });
    if (!filled.ok) throw new Error('It was not filled.');
    expect(checkContent('template', filled.template)).toMatchObject({ ok: true });
    expect(filled.template['components']).toEqual([
      {
        type: 'header',
        parameters: [{ type: 'document', document: { link: 'https://a.example/menu.pdf' } }],
      },
      { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
      {
        type: 'button',
        sub_type: 'url',
        index: '1',
        parameters: [{ type: 'text', text: 'pedido%207%7C%C3%A7' }],
      },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: '2',
        parameters: [{ type: 'coupon_code', coupon_code: 'TULIP20' }],
      },
    ]);
  });

  it('leaves the id of a file to Meta', () => {
    const template = aTemplate({ header: { kind: 'media', media: 'image', handle: null } });
    const file = { kind: 'file', mediaId: asId<MediaId>(3), filename: 'a.jpg' } as const;
    expect(fillTemplate(template, { 'header.media': file })).toMatchObject({
      template: { components: [{ type: 'header', parameters: [{ type: 'image', image: {} }] }] },
    });
  });

  it('gives the code of an authentication template to its button too', () => {
    const template = aTemplate(
      {
        body: aBody('*{{1}}* is your code.'),
        buttons: [{ type: 'OTP', otp: 'COPY_CODE', text: 'Copy', autofillText: '', apps: [] }],
      },
      { category: 'AUTHENTICATION' },
    );
    expect(slotsOf(template.parts).map(({ key }) => key)).toEqual(['body.1']);
    expect(fillTemplate(template, { 'body.1': text('123456') })).toMatchObject({
      template: {
        components: [
          { type: 'body' },
          { type: 'button', sub_type: 'url', parameters: [{ type: 'text', text: '123456' }] },
        ],
      },
    });
  });

  it('fills the cards of a carousel, each for itself', () => {
    const template = aTemplate({ cards: [card('For {{1}} today'), card('For {{1}} tomorrow')] });
    const picture: SlotValue = { kind: 'link', url: 'https://a.example/a.jpg' };
    const filled = fillTemplate(template, {
      'card.0.header.media': picture,
      'card.0.body.1': text('Ana'),
      'card.1.header.media': picture,
      'card.1.body.1': text('Bia'),
    });
    expect(filled).toMatchObject({
      template: {
        components: [
          {
            type: 'carousel',
            cards: [
              { card_index: 0, components: [{}, { parameters: [{ text: 'Ana' }] }] },
              { card_index: 1, components: [{}, { parameters: [{ text: 'Bia' }] }] },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['nothing', undefined, 'missing'],
    ['spaces alone', '   ', 'missing'],
    ['a line break', 'Ana\nSouza', 'line_break'],
    ['a tab', 'Ana\tSouza', 'line_break'],
    ['five spaces', 'Ana     Souza', 'many_spaces'],
    ['1,025 characters', 'x'.repeat(1025), 'too_long whole_too_long'],
    ['1,024 characters, with the words around them', 'x'.repeat(1024), 'whole_too_long'],
  ])('is refused with %s as a value', (_, value, code) => {
    expect(problemOf(value)).toBe(code);
  });

  it.each(['Ana', 'عائشة', 'four    spaces', 'x'.repeat(1000), '{{2}}', '$& $1'])(
    'takes “%s” as a value',
    (value) => {
      expect(problemOf(value)).toBeUndefined();
    },
  );
});

describe('what a customer sees of a template', () => {
  it('has its own words, the values in them and every button', () => {
    const { parts, parameterFormat } = aTemplate({
      header: { kind: 'text', text: 'Order {{1}}', examples: {} },
      body: aBody('Hi {{1}}, {{2}} is ready for {{1}}.'),
      footer: { kind: 'text', text: 'The shop' },
      buttons: [
        { type: 'URL', text: 'Track', url: 'https://a.example/{{1}}', example: '' },
        { type: 'PHONE_NUMBER', text: 'Call', phone: '+551' },
      ],
    });
    const definition = writeParts(parts, parameterFormat);
    const sent = [
      { type: 'header', parameters: [{ type: 'text', text: '#7' }] },
      {
        type: 'body',
        parameters: [
          { type: 'text', text: '$& {{2}}' },
          { type: 'currency', currency: { fallback_value: '€5' } },
        ],
      },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '7' }] },
    ];
    expect(showTemplate(definition, sent)).toEqual({
      heading: { kind: 'text', text: 'Order #7' },
      body: 'Hi $& {{2}}, €5 is ready for $& {{2}}.',
      footer: 'The shop',
      choices: [
        { kind: 'link', title: 'Track', description: null, url: 'https://a.example/7' },
        { kind: 'call', title: 'Call', description: null, url: null },
      ],
      cards: [],
    });
  });
});

describe('components', () => {
  it('come out of Meta’s shape and go back into it unchanged', () => {
    const components = [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'For {{1}}',
        example: { header_text: ['Ana'] },
      },
      { type: 'BODY', text: 'Hi {{1}}, ok {{2}}.', example: { body_text: [['Ana', 'Bia']] } },
      { type: 'FOOTER', text: 'Shop' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'FLOW', text: 'Fill in', flow_id: '7', flow_action: 'navigate' },
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+5511' },
        ],
      },
      { type: 'CALL_PERMISSION_REQUEST' },
    ];
    expect(writeParts(readParts(components), 'POSITIONAL')).toEqual(components);
  });

  it.each([null, 7, 'x', [null, 'x', { type: 7 }], [{ type: 'BUTTONS', buttons: [null, 3] }]])(
    'of a strange form break nothing: %j',
    (components) => {
      expect(() => slotsOf(readParts(components))).not.toThrow();
    },
  );
});
