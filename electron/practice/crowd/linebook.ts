import type { NonEmpty } from '#shared/random.ts';

/** What a message of the shop asks of a customer who answers it. */
export type Intent =
  'greeting' | 'question' | 'price' | 'delivery' | 'thanks' | 'picture' | 'other';

/** What a customer may send instead of words. */
export type Keepsake =
  'image' | 'voice' | 'sticker' | 'location' | 'contact' | 'document' | 'order';

export type Turn =
  | { readonly by: 'customer' | 'shop'; readonly kind: 'text'; readonly text: string }
  | { readonly by: 'customer'; readonly kind: Keepsake; readonly text: string };

export type Scene = readonly Turn[];

/** Everything the people of one language say. */
export interface Linebook {
  readonly scenes: NonEmpty<Scene>;
  readonly answers: Readonly<Record<Intent, NonEmpty<string>>>;
}

const KEEPSAKE = /^\[(image|voice|sticker|location|contact|document|order)\] ?(.*)$/s;

/** Reads `> what the customer says`, `> [image] caption` and `< what the shop says`. */
export function scene(...lines: NonEmpty<string>): Scene {
  return lines.map((line): Turn => {
    const text = line.slice(2);
    if (line.startsWith('< ')) return { by: 'shop', kind: 'text', text };
    const [, kind, caption = ''] = KEEPSAKE.exec(text) ?? [];
    return isKeepsake(kind)
      ? { by: 'customer', kind, text: caption }
      : { by: 'customer', kind: 'text', text };
  });
}

function isKeepsake(kind: string | undefined): kind is Keepsake {
  return kind !== undefined && KEEPSAKE.test(`[${kind}]`);
}
