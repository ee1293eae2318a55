import type { JsonObject } from '#shared/json.ts';
import type { SeedTemplate } from './template.ts';

/** The templates of the practice shop: one of each kind that an owner meets. */
export const SHOP_TEMPLATES: readonly SeedTemplate[] = [
  {
    name: 'order_ready',
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    quality: 'GREEN',
    parameterFormat: 'NAMED',
    components: [
      text('HEADER', 'Your order is ready'),
      named('Hi {{name}}, your order {{order}} is ready to be picked up at Casa Verde Flores.', {
        name: 'Mariana',
        order: '#1042',
      }),
      { type: 'FOOTER', text: 'Casa Verde Flores' },
      buttons(
        { type: 'QUICK_REPLY', text: 'I am on my way' },
        { type: 'QUICK_REPLY', text: 'Tomorrow' },
      ),
    ],
  },
  {
    name: 'order_ready',
    language: 'pt_BR',
    category: 'UTILITY',
    status: 'APPROVED',
    quality: 'GREEN',
    parameterFormat: 'NAMED',
    components: [
      text('HEADER', 'Seu pedido está pronto'),
      named('Oi {{name}}, seu pedido {{order}} está pronto para retirada na Casa Verde Flores.', {
        name: 'Mariana',
        order: '#1042',
      }),
      { type: 'FOOTER', text: 'Casa Verde Flores' },
      buttons(
        { type: 'QUICK_REPLY', text: 'Estou a caminho' },
        { type: 'QUICK_REPLY', text: 'Amanhã' },
      ),
    ],
  },
  {
    name: 'delivery_reminder',
    language: 'pt_BR',
    category: 'UTILITY',
    status: 'APPROVED',
    quality: 'GREEN',
    components: [
      positional('Sua entrega está marcada para {{1}}. Podemos confirmar?', ['amanhã às 10h']),
      buttons({ type: 'QUICK_REPLY', text: 'Combinado' }),
    ],
  },
  {
    name: 'we_miss_you',
    language: 'en_US',
    category: 'MARKETING',
    status: 'APPROVED',
    quality: 'YELLOW',
    components: [
      positional(
        'Hello {{1}}, it has been a while! There are new bouquets in the shop, come and have a look. 🌷',
        ['Mariana'],
      ),
      { type: 'FOOTER', text: 'Reply STOP to opt out' },
      buttons(
        {
          type: 'URL',
          text: 'See the bouquets',
          url: 'https://casaverde.example/new/{{1}}',
          example: ['https://casaverde.example/new/tulips'],
        },
        { type: 'PHONE_NUMBER', text: 'Call the shop', phone_number: '+551155550142' },
      ),
    ],
  },
  {
    name: 'mothers_day',
    language: 'en_US',
    category: 'MARKETING',
    status: 'PAUSED',
    quality: 'RED',
    components: [
      text('HEADER', 'Mother’s Day is on Sunday'),
      positional('Order by {{1}} and we bring the bouquet to your door before nine, {{2}}.', [
        'Friday noon',
        'Mariana',
      ]),
      buttons(
        { type: 'QUICK_REPLY', text: 'Order a bouquet' },
        { type: 'QUICK_REPLY', text: 'Stop these messages' },
      ),
    ],
  },
  {
    name: 'confirm_account',
    language: 'en_US',
    category: 'UTILITY',
    status: 'REJECTED',
    rejectedReason: 'TAG_CONTENT_MISMATCH',
    components: [
      positional('Dear {{1}}, please confirm your account so that we can send you our news.', [
        'Mariana',
      ]),
    ],
  },
  {
    name: 'sign_in_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    status: 'APPROVED',
    quality: 'GREEN',
    components: [
      {
        type: 'BODY',
        text: '*{{1}}* is your verification code. For your security, do not share this code.',
        add_security_recommendation: true,
        example: { body_text: [['123456']] },
      },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }),
    ],
  },
  {
    name: 'spring_collection',
    language: 'pt_BR',
    category: 'MARKETING',
    status: 'PENDING',
    components: [
      {
        type: 'HEADER',
        format: 'IMAGE',
        example: { header_handle: ['https://example.org/spring.jpg'] },
      },
      positional('Oi {{1}}, a coleção de primavera chegou à loja.', ['Mariana']),
    ],
  },
];

function text(type: string, words: string): JsonObject {
  return { type, format: 'TEXT', text: words };
}

function positional(words: string, examples: readonly string[]): JsonObject {
  return { type: 'BODY', text: words, example: { body_text: [examples] } };
}

function named(words: string, examples: Readonly<Record<string, string>>): JsonObject {
  const params = Object.entries(examples).map(([param_name, example]) => ({ param_name, example }));
  return { type: 'BODY', text: words, example: { body_text_named_params: params } };
}

function buttons(...all: readonly JsonObject[]): JsonObject {
  return { type: 'BUTTONS', buttons: all };
}
