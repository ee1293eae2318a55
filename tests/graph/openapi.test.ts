import { describe, expect, it } from 'vitest';
import { messageBody } from '#electron/graph/messages.ts';
import type { Address } from '#electron/graph/messages.ts';
import type { Json } from '#shared/json.ts';
import { requestSchema } from '../support/meta-openapi.ts';

const message = requestSchema('messages');
const mark = requestSchema('mark');

const CONTENTS: readonly (readonly [type: string, content: Json])[] = [
  ['text', { body: 'See https://example.com', preview_url: true }],
  ['image', { id: '1013859600285441', caption: 'Tulips' }],
  // Meta’s file does not know the `filename` that Meta’s own pages document.
  ['document', { id: '1013859600285441', caption: 'Menu' }],
  ['video', { id: '1013859600285441', caption: 'The market' }],
  ['audio', { id: '1013859600285441' }],
  ['sticker', { id: '1013859600285441' }],
  ['location', { latitude: '-23.55', longitude: '-46.63', name: 'Casa Verde' }],
  ['reaction', { message_id: 'wamid.A', emoji: '👍' }],
  ['template', { name: 'hello_world', language: { code: 'en_US' } }],
];

const ADDRESSES: readonly Address[] = [
  { kind: 'phone', phone: '+5511987650001' },
  { kind: 'user', userId: 'BR.13491208655302741918' },
];

if (message === undefined || mark === undefined) {
  console.warn(
    'Meta’s OpenAPI file is not at ../shared/meta-openapi, so requests to Meta are not checked against it.',
  );
}

describe.skipIf(message === undefined || mark === undefined)('Meta’s own description', () => {
  it.each(CONTENTS)('fits what is sent as %s, to a number and to a user id', (type, content) => {
    for (const address of ADDRESSES) {
      const quotes = type === 'reaction' ? null : 'wamid.Q';
      const callbackId = '0b6f3f2e-2f35-4a57-8b43-0d6c8f1d7a11';
      expect(message?.(messageBody({ address, type, content, quotes, callbackId }))).toEqual([]);
    }
  });

  it('fits a read receipt', () => {
    const body = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.A' };
    expect(mark?.(body)).toEqual([]);
  });

  it('would notice a message without content', () => {
    expect(message?.({ messaging_product: 'whatsapp', to: '+1', type: 'text' })).not.toEqual([]);
  });
});
