import type { Json } from './json.ts';
import { listAt, objectAt, textAt } from './json-fields.ts';
import type { MessageContent } from './models/message-content.ts';

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
  return {
    kind: 'interactive',
    body: textAt(objectAt(interactive, 'body'), 'text') ?? '',
    header: textAt(objectAt(interactive, 'header'), 'text') ?? null,
    footer: textAt(objectAt(interactive, 'footer'), 'text') ?? null,
    choices: readChoices(interactive),
  };
}

function readChoices(interactive: Json): string[] {
  const action = objectAt(interactive, 'action');
  const parameters = objectAt(action, 'parameters');
  const shared = objectAt(interactive, 'product');
  return [
    ...listAt(action, 'buttons').map((button) => textAt(objectAt(button, 'reply'), 'title')),
    ...listAt(action, 'sections').flatMap((section) => [
      ...listAt(section, 'rows').map((row) => textAt(row, 'title')),
      ...listAt(section, 'product_items').map((item) => textAt(item, 'product_retailer_id')),
    ]),
    textAt(parameters, 'display_text') ?? textAt(parameters, 'flow_cta'),
    textAt(action, 'product_retailer_id') ?? textAt(shared, 'product_retailer_id'),
  ].filter((choice) => choice !== undefined);
}
