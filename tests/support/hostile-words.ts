import type { JsonObject } from '#shared/json.ts';

const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
const OVERRIDE = '\u202Egpj.exe';
const EMOJI = '🎉'.repeat(4096);
const LINES = 'line\n'.repeat(100_000);
const UNBROKEN = 'W'.repeat(5000);
/** Markup, a script's address, an override of the direction, no spaces, emoji, lines. */
export const HOSTILE = [MARKUP, 'javascript:window.hit=1', OVERRIDE, UNBROKEN, EMOJI, LINES].join(
  '\n',
);
const FILE = { id: '1003383421387256', sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=' };

function reply(kind: string, answer: JsonObject): JsonObject {
  return { type: 'interactive', interactive: { type: kind, [kind]: answer } };
}

/** One message of every kind that carries words of a stranger, all of them these words. */
export function everyKind(words: string): JsonObject[] {
  return [
    { type: 'text', text: { body: words } },
    { type: 'image', image: { ...FILE, mime_type: 'image/jpeg', caption: words } },
    {
      type: 'document',
      document: { ...FILE, id: '2', mime_type: 'application/pdf', filename: words, caption: words },
    },
    { type: 'location', location: { latitude: 1, longitude: 2, name: words, address: words } },
    {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: words },
          phones: [{ phone: words }],
          emails: [{ email: words }],
          org: { company: words },
        },
      ],
    },
    reply('list_reply', { id: words, title: words, description: words }),
    reply('button_reply', { id: words, title: words }),
    reply('nfm_reply', {
      name: 'flow',
      body: words,
      response_json: JSON.stringify({ [words]: words, colour: words }),
    }),
    { type: 'button', button: { payload: words, text: words } },
    {
      type: 'order',
      order: {
        catalog_id: words,
        text: words,
        product_items: [
          { product_retailer_id: words, quantity: 1, item_price: 2, currency: words },
        ],
      },
    },
    { type: 'unsupported', unsupported: { type: words } },
    { type: words.slice(0, 200), whatever: words },
    {
      type: 'text',
      text: { body: 'From an ad' },
      referral: { source_type: 'ad', headline: words, body: words, source_url: 'javascript:hit' },
    },
  ];
}
