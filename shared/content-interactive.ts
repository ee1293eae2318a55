import type { Json } from './json.ts';
import { listAt, objectAt, textAt } from './json-fields.ts';
import type { Choice, Heading, MessageContent, QuestionCard } from './models/message-content.ts';

/** The `interactive` object, ours (a question) or the customer's (an answer). Source: meta-platform §1.4, §2.4. */
export function readInteractive(interactive: Json): MessageContent {
  const reply = objectAt(interactive, 'button_reply') ?? objectAt(interactive, 'list_reply');
  if (reply !== undefined) {
    return {
      kind: 'answer',
      title: textAt(reply, 'title') ?? textAt(reply, 'id') ?? '',
      description: textAt(reply, 'description') ?? null,
      payload: textAt(reply, 'id') ?? null,
    };
  }
  const action = objectAt(interactive, 'action');
  return {
    kind: 'interactive',
    ...readCard(interactive),
    footer: textAt(objectAt(interactive, 'footer'), 'text') ?? null,
    listButton: textAt(action, 'button') ?? null,
    sections: listAt(action, 'sections').map((section) => ({
      title: textAt(section, 'title') ?? null,
      choices: [
        ...listAt(section, 'rows').map(readRow),
        ...listAt(section, 'product_items').map(readProduct),
      ].filter((one) => one !== undefined),
    })),
    cards: listAt(action, 'cards').map(readCard),
  };
}

/** What a question and each card of a carousel have in common. */
function readCard(card: Json): QuestionCard {
  const action = objectAt(card, 'action');
  return {
    heading: readHeading(objectAt(card, 'header')),
    body: textAt(objectAt(card, 'body'), 'text') ?? '',
    choices: [
      ...listAt(action, 'buttons').map(readButton),
      readAction(card, action),
      readProduct(action),
      readProduct(objectAt(card, 'product')),
    ].filter((one) => one !== undefined),
  };
}

const HEADINGS = ['image', 'video', 'document', 'location', 'product'] as const;

/** A header's words, or the kind of what stands there instead. Also of a template's parameter. */
export function readHeading(header: Json | undefined): Heading | null {
  const text = textAt(header, 'text');
  if (text !== undefined) return { kind: 'text', text };
  const kind = HEADINGS.find((one) => objectAt(header, one) !== undefined);
  if (kind === undefined) return null;
  const file = objectAt(header, kind);
  return { kind, text: textAt(file, 'filename') ?? textAt(file, 'name') ?? null };
}

function readButton(button: Json): Choice | undefined {
  const reply = objectAt(button, 'reply') ?? objectAt(button, 'quick_reply');
  return choice('reply', textAt(reply, 'title'));
}

function readRow(row: Json): Choice | undefined {
  return choice('row', textAt(row, 'title'), { description: textAt(row, 'description') });
}

function readProduct(item: Json | undefined): Choice | undefined {
  return choice('product', textAt(item, 'product_retailer_id'));
}

/** The one button that each of these kinds has; its words are WhatsApp's own where Meta takes none. */
function readAction(card: Json, action: Json | undefined): Choice | undefined {
  const parameters = objectAt(action, 'parameters');
  const words = textAt(parameters, 'display_text');
  const url = textAt(parameters, 'url');
  switch (textAt(action, 'name') ?? textAt(card, 'type') ?? '') {
    case 'cta_url':
      return choice('link', words ?? url, { url });
    case 'flow':
      return choice('flow', textAt(parameters, 'flow_cta') ?? '');
    case 'voice_call':
      return choice('call', words ?? '');
    case 'send_location':
      return choice('location', '');
    case 'request_contact_info':
      return choice('contact', '');
    case 'catalog_message':
      return choice('catalog', '');
    default:
      return undefined;
  }
}

export function choice(
  kind: Choice['kind'],
  title: string | undefined,
  more: { readonly description?: string | undefined; readonly url?: string | undefined } = {},
): Choice | undefined {
  if (title === undefined) return undefined;
  return { kind, title, description: more.description ?? null, url: more.url ?? null };
}
