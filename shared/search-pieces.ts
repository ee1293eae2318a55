import type { Json } from './json.ts';
import { contentText, readContent } from './message-content.ts';
import type { Choice, MessageContent, QuestionCard } from './models/message-content.ts';
import type { MessageType } from './models/message.ts';
import { unreachable } from './unreachable.ts';

/** Everything in a message by which people may look for it; its own words first. */
export function searchPieces(type: MessageType, body: string, payload: Json): string[] {
  const content = readContent(type, payload);
  const pieces = [body, contentText(content), ...beyondTheWords(content)];
  return [...new Set(pieces)].filter((piece) => piece !== '');
}

function beyondTheWords(content: MessageContent): string[] {
  switch (content.kind) {
    case 'media':
      return present([content.filename]);
    case 'location':
      return present([content.name, content.address]);
    case 'contacts':
      return content.cards.flatMap(({ phones, emails, organisation }) => [
        ...present([organisation]),
        ...phones,
        ...emails,
      ]);
    case 'answer':
      return present([content.description]);
    case 'interactive':
      return [
        ...present([content.footer, content.listButton]),
        ...[content, ...content.cards].flatMap(cardPieces),
        ...content.sections.flatMap(({ title, choices }) => [
          ...present([title]),
          ...choices.flatMap(choicePieces),
        ]),
      ];
    case 'template':
      return [content.name, ...present([content.footer]), ...cardPieces(content)];
    case 'order':
      return content.items.map(({ retailerId }) => retailerId);
    case 'text':
    case 'flow_answer':
    case 'reaction':
    case 'system':
    case 'unsupported':
    case 'unknown':
      return [];
    default:
      return unreachable(content);
  }
}

function cardPieces({ heading, body, choices }: QuestionCard): string[] {
  return [...present([heading?.text ?? null, body]), ...choices.flatMap(choicePieces)];
}

function choicePieces({ title, description }: Choice): string[] {
  return present([title, description]);
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}
