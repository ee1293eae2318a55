import type { Random } from '#shared/random.ts';
import { unreachable } from '#shared/unreachable.ts';
import { VARIANTS, type GeneratedFiles, type GeneratedKind } from '../generated-media/files.ts';
import type { InboundContent } from '../inbound.ts';
import type { JsonObject } from '#shared/json.ts';
import type { Keepsake, Turn } from './linebook.ts';

/** What it takes to put a turn into a message. */
export interface Supplies {
  readonly random: Random;
  readonly files: GeneratedFiles;
}

/** A customer's turn in the shape of Meta's webhooks. Source: meta-platform §2.4. */
export function contentOf(turn: Omit<Turn, 'by'>, supplies: Supplies): InboundContent {
  if (turn.kind === 'text') return { type: 'text', text: { body: turn.text } };
  return keepsake(turn.kind, turn.text, supplies);
}

function keepsake(kind: Keepsake, caption: string, supplies: Supplies): InboundContent {
  const { random } = supplies;
  switch (kind) {
    case 'image':
      return {
        type: 'image',
        image: { ...file('image', supplies), ...(caption !== '' && { caption }) },
      };
    case 'voice':
      return { type: 'audio', audio: { ...file('audio', supplies), voice: true } };
    case 'sticker':
      return { type: 'sticker', sticker: { ...file('sticker', supplies), animated: false } };
    case 'document':
      return {
        type: 'document',
        document: {
          ...file('document', supplies),
          filename: `pedido-${1_000 + random.below(9_000)}.pdf`,
          ...(caption !== '' && { caption }),
        },
      };
    case 'location':
      return {
        type: 'location',
        location: {
          latitude: Number(random.between(-23.62, -23.52).toFixed(6)),
          longitude: Number(random.between(-46.71, -46.6).toFixed(6)),
          ...(caption !== '' && { name: caption }),
          address: `Rua das Acácias, ${10 + random.below(900)}`,
        },
      };
    case 'contact':
      return {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Clara Monteiro', first_name: 'Clara', last_name: 'Monteiro' },
            phones: [{ phone: '+55 11 90000-0199', wa_id: '5511900000199', type: 'WORK' }],
            org: { company: 'Estúdio Clareira' },
          },
        ],
      };
    case 'order':
      return {
        type: 'order',
        order: {
          catalog_id: '194836987003835',
          text: caption,
          product_items: [
            { product_retailer_id: 'girassol-12', quantity: 1, item_price: 148, currency: 'BRL' },
            {
              product_retailer_id: 'cartao',
              quantity: 1 + random.below(3),
              item_price: 9.5,
              currency: 'BRL',
            },
          ],
        },
      };
    default:
      return unreachable(kind);
  }
}

function file(kind: GeneratedKind, { random, files }: Supplies): JsonObject {
  const { id, mimeType, sha256 } = files.get(kind, random.below(VARIANTS));
  return { id, mime_type: mimeType, sha256 };
}
