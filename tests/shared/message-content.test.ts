import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/json.ts';
import { contentText, readContent } from '#shared/message-content.ts';
import { MESSAGE_TYPES } from '#shared/models/message.ts';
import type { MessageType } from '#shared/models/message.ts';

interface Example {
  readonly type: MessageType;
  readonly payload: Json;
  readonly text: string;
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  'a text is its body': { type: 'text', payload: { text: { body: 'Olá' } }, text: 'Olá' },
  'an image is its caption': {
    type: 'image',
    payload: { image: { id: '1', caption: 'The blue one' } },
    text: 'The blue one',
  },
  'a voice note has no words': {
    type: 'audio',
    payload: { audio: { id: '1', voice: true } },
    text: '',
  },
  'a location is its name': {
    type: 'location',
    payload: { location: { latitude: 1, longitude: 2, name: 'Beach bar', address: 'Praia 1' } },
    text: 'Beach bar',
  },
  'a location without a name is its address': {
    type: 'location',
    payload: { location: { latitude: '1.5', longitude: 2, address: 'Praia 1' } },
    text: 'Praia 1',
  },
  'contact cards are their names, and a nameless one its phone': {
    type: 'contacts',
    payload: {
      contacts: [{ name: { formatted_name: 'Ana' } }, { phones: [{ phone: '+55 11 5555' }] }],
    },
    text: 'Ana, +55 11 5555',
  },
  'a button reply is its title': {
    type: 'interactive',
    payload: { interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } } },
    text: 'Yes',
  },
  'a list reply is its title': {
    type: 'interactive',
    payload: { interactive: { list_reply: { id: 'a', title: 'Monday', description: '10:00' } } },
    text: 'Monday',
  },
  "a template's quick reply is its text": {
    type: 'button',
    payload: { button: { text: 'Stop', payload: 'STOP' } },
    text: 'Stop',
  },
  'a filled-in form is its fields without the token': {
    type: 'interactive',
    payload: {
      interactive: {
        nfm_reply: {
          response_json: '{"flow_token":"x","day":"Monday","guests":[1,2],"w":["a","b"]}',
        },
      },
    },
    text: 'day: Monday · guests: [1,2] · w: a, b',
  },
  'a form that is no JSON is the words that came with it': {
    type: 'interactive',
    payload: { interactive: { nfm_reply: { body: 'Sent', response_json: '{"day":' } } },
    text: 'body: Sent',
  },
  'a question of ours is its body': {
    type: 'interactive',
    payload: { interactive: { type: 'button', body: { text: 'Which day?' } } },
    text: 'Which day?',
  },
  'an order counts its items and sums per currency': {
    type: 'order',
    payload: {
      order: {
        text: 'Ring twice',
        product_items: [
          { product_retailer_id: 'a', quantity: 2, item_price: 30, currency: 'EUR' },
          { product_retailer_id: 'b', quantity: '1', item_price: '24.5', currency: 'EUR' },
        ],
      },
    },
    text: '3 items · 84.50 EUR · Ring twice',
  },
  'a template is its parameters while nobody knows its text': {
    type: 'template',
    payload: {
      template: {
        name: 'spring_sale',
        language: { code: 'en_US' },
        components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Ana' }] }],
      },
    },
    text: 'Ana',
  },
  'a template without parameters is its name': {
    type: 'template',
    payload: { template: { name: 'spring_sale' } },
    text: 'spring_sale',
  },
  'a reaction is its emoji': {
    type: 'reaction',
    payload: { reaction: { message_id: 'w', emoji: '👍' } },
    text: '👍',
  },
  'a changed number is told in the words of WhatsApp': {
    type: 'system',
    payload: { system: { type: 'user_changed_number', body: 'Ana changed from 1 to 2' } },
    text: 'Ana changed from 1 to 2',
  },
  'a missed call says so': { type: 'system', payload: { call: { id: 'c' } }, text: 'Missed call' },
  'a permission to call says so': {
    type: 'interactive',
    payload: { interactive: { call_permission_reply: { response: 'accept' } } },
    text: 'Allowed you to call them',
  },
  'what WhatsApp withholds has no words': {
    type: 'unknown',
    payload: { type: 'unsupported', unsupported: { type: 'poll_creation' } },
    text: '',
  },
};

describe('the words of a message', () => {
  it.each(Object.entries(EXAMPLES))('%s', (_name, { type, payload, text }) => {
    expect(contentText(readContent(type, payload))).toBe(text);
  });
});

describe('the content of a message', () => {
  it('keeps the id behind a tapped button', () => {
    const payload = { interactive: { button_reply: { id: 'slot-7', title: 'Monday' } } };
    expect(readContent('interactive', payload)).toEqual({
      kind: 'answer',
      title: 'Monday',
      description: null,
      payload: 'slot-7',
    });
  });

  it('lists the choices of a question in their order', () => {
    const payload = {
      interactive: {
        type: 'list',
        header: { type: 'text', text: 'Times' },
        body: { text: 'Which day?' },
        footer: { text: 'Until 18:00' },
        action: {
          button: 'See the days',
          sections: [{ title: 'Early', rows: [{ title: 'Mon', description: '10:00' }] }],
        },
      },
    };
    expect(readContent('interactive', payload)).toEqual({
      kind: 'interactive',
      heading: { kind: 'text', text: 'Times' },
      body: 'Which day?',
      footer: 'Until 18:00',
      listButton: 'See the days',
      choices: [],
      sections: [
        {
          title: 'Early',
          choices: [{ kind: 'row', title: 'Mon', description: '10:00', url: null }],
        },
      ],
      cards: [],
    });
  });

  it('fills the blanks of a template whose words came along, by number and by name', () => {
    const components = [
      { type: 'HEADER', parameters: [{ type: 'image', image: { id: '7' } }] },
      {
        type: 'BODY',
        text: 'Hi {{1}}, {{order}} is ready, {{9}}.',
        parameters: [
          { type: 'text', text: 'Ana' },
          { type: 'text', parameter_name: 'order', text: '#7' },
        ],
      },
      { type: 'FOOTER', text: 'Casa Verde' },
      {
        type: 'BUTTONS',
        buttons: [{ type: 'URL', text: 'Track', url: 'https://a.example/7' }],
      },
    ];
    expect(readContent('template', { template: { name: 'ready', components } })).toEqual({
      kind: 'template',
      name: 'ready',
      language: null,
      heading: { kind: 'image', text: null },
      body: 'Hi Ana, #7 is ready, {{9}}.',
      footer: 'Casa Verde',
      choices: [{ kind: 'link', title: 'Track', description: null, url: 'https://a.example/7' }],
      cards: [],
    });
  });

  it('names what WhatsApp withholds', () => {
    const payload = { type: 'unsupported', unsupported: { type: 'edit' } };
    expect(readContent('unknown', payload)).toEqual({ kind: 'unsupported', whatsappType: 'edit' });
  });

  it('keeps a type that Meta adds later', () => {
    const payload = { type: 'hologram', hologram: { id: '9' } };
    expect(readContent('unknown', payload)).toEqual({
      kind: 'unknown',
      whatsappType: 'hologram',
      payload,
    });
  });

  it('does not put a location without coordinates on the map', () => {
    const payload = { type: 'location', location: { latitude: 'north', longitude: 2 } };
    expect(readContent('location', payload).kind).toBe('unknown');
  });

  it('does not mistake inherited properties for fields', () => {
    const payload = { text: { body: 'Hi' }, interactive: { list_reply: { id: 'constructor' } } };
    expect(readContent('text', { constructor: 1 })).toEqual({ kind: 'text', body: '' });
    expect(readContent('interactive', payload)).toMatchObject({ title: 'constructor' });
  });

  it('survives a form nested deeper than the stack', () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const payload = { interactive: { nfm_reply: { response_json: deep } } };
    expect(readContent('interactive', payload)).toEqual({ kind: 'flow_answer', fields: [] });
  });

  it('reads any JSON as any type without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_TYPES), jsonLikeMessages(), (type, payload) => {
        expect(typeof contentText(readContent(type, payload))).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });
});

/** JSON whose keys are often those that the readers look for, holding values they do not expect. */
function jsonLikeMessages(): fc.Arbitrary<Json> {
  const fields = 'body caption product_items nfm_reply response_json list_reply title action';
  const others = 'sections rows phones name components parameters header __proto__ toString';
  const keys = [...MESSAGE_TYPES, ...fields.split(' '), ...others.split(' ')];
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', 'text', '{"a":1}', '\ud800'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 5 }),
    ),
  }));
  return json;
}
