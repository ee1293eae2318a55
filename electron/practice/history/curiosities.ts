import type { JsonObject } from '#shared/json.ts';
import { contentOf, type Supplies } from '../crowd/contents.ts';
import type { GeneratedFiles, GeneratedKind } from '../generated-media/files.ts';
import { pastTurn, type PastTurn } from './past-turn.ts';

const LONG_MESSAGE = [
  'Oi! Segue tudo o que combinamos para a festa, para a gente não esquecer de nada.',
  ...Array.from(
    { length: 24 },
    (_, index) =>
      `Mesa ${index + 1}: um arranjo baixo com rosas chá, lisianthus e folhagem, dois castiçais e os cartões com os nomes dos convidados. Se faltar lisianthus, pode trocar por alstroeméria branca.`,
  ),
  'A entrega é na sexta, entre 14h e 16h, pela porta dos fundos. O porteiro se chama Seu Geraldo. Obrigada por tanto carinho! 💐',
].join('\n\n');

/** The rarer kinds of messages, one list per chat, so that every type stands somewhere. */
export function curiosities(supplies: Supplies): readonly (readonly PastTurn[])[] {
  const surprise = (kind: 'sticker' | 'order' | 'contact' | 'voice' | 'document'): PastTurn =>
    pastTurn('customer', contentOf({ kind, text: '' }, supplies));
  return [
    [surprise('sticker')],
    [surprise('order'), text('shop', 'Pedido recebido, já estamos montando!')],
    [surprise('contact')],
    [
      pastTurn('customer', { type: 'text', text: { body: LONG_MESSAGE } }),
      text('shop', 'Anotado, mesa por mesa 💚'),
    ],
    [
      pastTurn('shop', buttons('Podemos confirmar a entrega de amanhã?', ['Sim', 'Mudar horário'])),
      pastTurn('customer', buttonReply('choice-0', 'Sim'), { quotes: true }),
    ],
    [
      pastTurn(
        'shop',
        list('Qual arranjo combina mais com vocês?', ['Campestre', 'Clássico', 'Tropical']),
      ),
      pastTurn('customer', listReply('row-2', 'Tropical'), { quotes: true }),
    ],
    [
      pastTurn('shop', template('delivery_reminder', 'amanhã às 10h')),
      pastTurn(
        'customer',
        { type: 'button', button: { payload: 'ok', text: 'Combinado' } },
        { quotes: true },
      ),
    ],
    [
      pastTurn('customer', {
        type: 'unsupported',
        unsupported: { type: 'poll_creation' },
        errors: [unsupported],
      }),
    ],
    [text('shop', 'Seu buquê saiu para entrega 🚲'), reaction('customer', '❤️')],
    [text('customer', 'Chegou tudo certinho, obrigada!'), reaction('shop', '🌷')],
    [
      pastTurn('shop', {
        type: 'image',
        image: {
          ...fileOf('image', 5, supplies.files),
          caption: 'Ficou assim!',
        },
      }),
    ],
    [
      pastTurn('shop', {
        type: 'document',
        document: {
          ...fileOf('document', 8, supplies.files),
          filename: 'orçamento.pdf',
          caption: 'Aqui está o orçamento',
        },
      }),
    ],
    [pastTurn('customer', flowAnswer)],
    [
      pastTurn(
        'shop',
        { type: 'text', text: { body: 'Tentamos avisar, mas a mensagem não saiu.' } },
        { status: 'ERROR' },
      ),
    ],
    [
      pastTurn('shop', {
        type: 'location',
        location: {
          latitude: -23.5629,
          longitude: -46.6544,
          name: 'Casa Verde Flores',
          address: 'Rua das Acácias, 42',
        },
      }),
    ],
    [
      // Coexistence hands over the media of the last 14 days only: this id no longer resolves.
      pastTurn('customer', {
        type: 'video',
        video: {
          id: '7500000001',
          mime_type: 'video/mp4',
          sha256: 'R2FyZGVu',
          caption: 'Olha o jardim!',
        },
      }),
    ],
    [
      surprise('voice'),
      pastTurn(
        'shop',
        {
          type: 'audio',
          audio: {
            ...fileOf('audio', 4, supplies.files),
            voice: true,
          },
        },
        { status: 'PLAYED' },
      ),
    ],
    [surprise('document')],
  ];
}

function fileOf(kind: GeneratedKind, variant: number, files: GeneratedFiles): JsonObject {
  const { id, mimeType, sha256 } = files.get(kind, variant);
  return { id, mime_type: mimeType, sha256 };
}

function text(by: PastTurn['by'], body: string): PastTurn {
  return pastTurn(by, { type: 'text', text: { body } });
}

function reaction(by: PastTurn['by'], emoji: string): PastTurn {
  return pastTurn(by, { type: 'reaction' }, { reaction: emoji });
}

function buttons(body: string, titles: readonly string[]): PastTurn['content'] {
  const replies = titles.map((title, index) => ({
    type: 'reply',
    reply: { id: `choice-${index}`, title },
  }));
  return {
    type: 'interactive',
    interactive: { type: 'button', body: { text: body }, action: { buttons: replies } },
  };
}

function list(body: string, titles: readonly string[]): PastTurn['content'] {
  const rows = titles.map((title, index) => ({ id: `row-${index}`, title }));
  const action = { button: 'Ver opções', sections: [{ title: 'Arranjos', rows }] };
  return { type: 'interactive', interactive: { type: 'list', body: { text: body }, action } };
}

function buttonReply(id: string, title: string): PastTurn['content'] {
  return {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title } },
  };
}

function listReply(id: string, title: string): PastTurn['content'] {
  const row = { id, title, description: '' };
  return { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } };
}

function template(name: string, value: string): PastTurn['content'] {
  const components = [{ type: 'body', parameters: [{ type: 'text', text: value }] }];
  return { type: 'template', template: { name, language: { code: 'pt_BR' }, components } };
}

const flowAnswer: PastTurn['content'] = {
  type: 'interactive',
  interactive: {
    type: 'nfm_reply',
    nfm_reply: {
      name: 'flow',
      body: 'Sent',
      response_json: '{"flow_token":"survey-1","nota":"10","comentario":"Flores lindas e frescas"}',
    },
  },
};

const unsupported = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};
