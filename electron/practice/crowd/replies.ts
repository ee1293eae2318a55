import { isJsonObject, type Json, type JsonObject } from '#shared/json.ts';
import type { NonEmpty, Random } from '#shared/random.ts';
import type { InboundContent } from '../inbound.ts';
import { contentOf, type Supplies } from './contents.ts';
import type { Intent, Keepsake, Linebook } from './linebook.ts';

/** What somebody does about a message of the shop. */
export type Reply =
  | { readonly kind: 'silence' }
  | { readonly kind: 'reaction'; readonly emoji: string }
  | {
      readonly kind: 'message';
      readonly content: InboundContent;
      /** Whether it stands as an answer to that very message. */
      readonly quotes: boolean;
    };

const EMOJI = ['❤️', '👍', '🙏', '😍', '🌷'] as const;
const KEEPSAKES: NonEmpty<Keepsake> = ['image', 'voice', 'sticker', 'location', 'order', 'contact'];

/** @param body the send request of the shop. */
export function replyTo(body: JsonObject, lines: Linebook, supplies: Supplies): Reply {
  const { random } = supplies;
  const tapped = tap(body, supplies);
  if (tapped !== null) return { kind: 'message', content: tapped, quotes: true };
  if (body['type'] === 'reaction') return { kind: 'silence' };
  const draw = random.next();
  const intent = intentOf(body);
  // Whoever is asked something answers; an owner who tries things out must not wait in vain.
  if (draw < 0.1 && intent !== 'question') return { kind: 'silence' };
  if (draw < 0.2) return { kind: 'reaction', emoji: random.pick(EMOJI) };
  if (draw < 0.28) {
    const kind = random.pick(KEEPSAKES);
    return { kind: 'message', content: contentOf({ kind, text: '' }, supplies), quotes: false };
  }
  const text = random.pick(lines.answers[intent]);
  const content: InboundContent = { type: 'text', text: { body: text } };
  return { kind: 'message', content, quotes: random.chance(0.15) };
}

/** Small rules on what the shop wrote, the same for every language. */
export function intentOf(body: JsonObject): Intent {
  const type = body['type'];
  if (type === 'image' || type === 'video' || type === 'sticker') return 'picture';
  const text = textOf(body);
  if (/R\$|€|\$|zł|円|\d+[.,]\d{2}\b/u.test(text)) return 'price';
  if (
    /\b\d{1,2}\s?(h|pm|am|uhr)\b|\d{1,2}:\d{2}|entreg|deliver|envío|liefer|dostaw|توصيل/iu.test(
      text,
    )
  ) {
    return 'delivery';
  }
  if (/[?？؟]/u.test(text)) return 'question';
  if (/obrigad|agradec|thank|gracias|dank|dzięk|شكر|धन्यवाद|ありがとう/iu.test(text))
    return 'thanks';
  if (
    /^(oi|olá|bom dia|hi|hello|good|hola|buen|hallo|guten|cześć|dzień|مرحب|السلام|नमस्ते|こんにちは)/iu.test(
      text,
    )
  ) {
    return 'greeting';
  }
  return 'other';
}

function textOf(body: JsonObject): string {
  const text = body['text'];
  return isJsonObject(text) && typeof text['body'] === 'string' ? text['body'] : '';
}

/** A form comes back as JSON inside a text. Source: meta-platform §2.4, `nfm_reply`. */
const FILLED_IN: InboundContent = {
  type: 'interactive',
  interactive: {
    type: 'nfm_reply',
    nfm_reply: {
      name: 'flow',
      body: 'Sent',
      response_json: '{"flow_token":"unused","guests":"4","day":"Saturday"}',
    },
  },
};

/** Buttons are tapped, lists are chosen from, and what is asked for is given. */
function tap(body: JsonObject, supplies: Supplies): InboundContent | null {
  const { random } = supplies;
  const interactive = body['interactive'];
  if (!isJsonObject(interactive)) return null;
  const action = interactive['action'];
  if (!isJsonObject(action)) return null;
  if (interactive['type'] === 'location_request_message') {
    return contentOf({ kind: 'location', text: '' }, supplies);
  }
  if (interactive['type'] === 'request_contact_info') {
    return contentOf({ kind: 'contact', text: '' }, supplies);
  }
  if (interactive['type'] === 'flow') return FILLED_IN;
  const card = oneOf(objectsIn(action['cards']), random)?.['action'];
  const quick = oneOf(objectsIn(isJsonObject(card) ? card['buttons'] : undefined), random);
  const button = quick?.['quick_reply'] ?? oneOf(objectsIn(action['buttons']), random)?.['reply'];
  if (isJsonObject(button)) {
    return { type: 'interactive', interactive: { type: 'button_reply', button_reply: button } };
  }
  const row = oneOf(objectsIn(oneOf(objectsIn(action['sections']), random)?.['rows']), random);
  return row === undefined
    ? null
    : { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } };
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function oneOf(items: readonly JsonObject[], random: Random): JsonObject | undefined {
  return items[random.below(items.length)];
}
