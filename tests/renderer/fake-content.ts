import type { MessageContent } from '#shared/models/message-content.ts';
import type { MessageType } from '#shared/models/message.ts';

interface Example {
  readonly type: MessageType;
  readonly text: string;
  readonly content: MessageContent;
}

/** One message of every kind there is. */
export const EVERY_KIND: readonly Example[] = [
  {
    type: 'image',
    text: 'The bouquet by the window',
    content: media('image', 'The bouquet by the window', null, 'image/jpeg'),
  },
  { type: 'video', text: '', content: media('video', '', null, 'video/mp4') },
  { type: 'audio', text: '', content: { ...media('audio', '', null, 'audio/ogg'), isVoice: true } },
  {
    type: 'document',
    text: 'Invoice 2026-1187.pdf',
    content: media('document', 'Here it is.', 'Invoice 2026-1187.pdf', 'application/pdf'),
  },
  { type: 'sticker', text: '', content: media('sticker', '', null, 'image/webp') },
  {
    type: 'location',
    text: 'Rua Augusta 1200',
    content: {
      kind: 'location',
      latitude: -23.55577,
      longitude: -46.65977,
      name: 'Rua Augusta 1200',
      address: 'Consolação, São Paulo',
    },
  },
  {
    type: 'contacts',
    text: 'Joana Prado',
    content: {
      kind: 'contacts',
      cards: [
        {
          name: 'Joana Prado',
          phones: ['+55 11 95555 0142'],
          emails: ['joana@example.com'],
          organisation: 'Prado Eventos',
        },
      ],
    },
  },
  {
    type: 'button',
    text: 'Saturday morning',
    content: {
      kind: 'answer',
      title: 'Saturday morning',
      description: 'Between 9 and 12',
      payload: 'sat-am',
    },
  },
  {
    type: 'interactive',
    text: 'Form filled in',
    content: {
      kind: 'flow_answer',
      fields: [
        { name: 'Occasion', value: 'Wedding' },
        { name: 'Guests', value: '120' },
        { name: 'Colours', value: 'White, cream and a little sage green' },
      ],
    },
  },
  {
    type: 'interactive',
    text: 'When may we deliver?',
    content: {
      kind: 'interactive',
      heading: { kind: 'text', text: 'Your order is ready' },
      body: 'When may we deliver?',
      footer: 'Answer within a day, please',
      choices: ['Friday', 'Saturday', 'Sunday'].map((title) => ({
        kind: 'reply',
        title,
        description: null,
        url: null,
      })),
      listButton: null,
      sections: [],
      cards: [],
    },
  },
  {
    type: 'template',
    text: 'Hello Mariana, your order 1187 is on its way.',
    content: {
      kind: 'template',
      name: 'order_on_its_way',
      language: 'en',
      heading: null,
      body: 'Hello Mariana, your order 1187 is on its way.',
      footer: null,
      choices: [],
      cards: [],
    },
  },
  {
    type: 'order',
    text: '3 items',
    content: {
      kind: 'order',
      items: [
        { retailerId: 'peony-white', quantity: 2, price: 24.5, currency: 'EUR' },
        { retailerId: 'vase-tall', quantity: 1, price: 35.5, currency: 'EUR' },
      ],
      note: 'Please ring twice.',
    },
  },
  { type: 'reaction', text: '🌸', content: { kind: 'reaction', emoji: '🌸' } },
  {
    type: 'system',
    text: 'Mariana changed her number',
    content: { kind: 'system', event: 'number_changed', body: 'Mariana changed her number' },
  },
  { type: 'unknown', text: '', content: { kind: 'unsupported', whatsappType: 'poll_creation' } },
  {
    type: 'unknown',
    text: '',
    content: {
      kind: 'unknown',
      whatsappType: 'hologram',
      payload: { type: 'hologram', hologram: { id: 'h-1', layers: 3 } },
    },
  },
];

function media(
  kind: 'image' | 'video' | 'audio' | 'document' | 'sticker',
  caption: string,
  filename: string | null,
  mimeType: string,
): Extract<MessageContent, { kind: 'media' }> {
  return { kind: 'media', media: kind, caption, filename, mimeType, isVoice: false, file: null };
}
