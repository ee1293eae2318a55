import type { HeaderMedia, TemplateButton, TemplateParts } from '../models/template-parts.ts';
import { unreachable } from '../unreachable.ts';
import { TEMPLATE_LIMITS } from './limits.ts';
import { inOrder, variablesIn } from './variables.ts';

/**
 * One thing that must be given when a template is sent. Keys: `header.1`, `header.media`, `body.1`,
 * `body.name`, `button.0`, `offer`, and the same behind `card.N.` in a carousel.
 */
export type TemplateSlot =
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly variable: string;
      readonly example: string;
      readonly limit: number;
    }
  /** What comes behind the address of a link. */
  | {
      readonly kind: 'link_end';
      readonly key: string;
      readonly title: string;
      readonly stem: string;
      readonly example: string;
      readonly limit: number;
    }
  | {
      readonly kind: 'code';
      readonly key: string;
      readonly example: string;
      readonly limit: number;
    }
  | { readonly kind: 'media'; readonly key: string; readonly media: HeaderMedia }
  | { readonly kind: 'location'; readonly key: string }
  | { readonly kind: 'product'; readonly key: string }
  /** When the offer ends: milliseconds since 1970. */
  | { readonly kind: 'offer_end'; readonly key: string };

/** What a template needs to be sent, from top to bottom. */
export function slotsOf(parts: TemplateParts): TemplateSlot[] {
  return [
    ...pieceSlots(parts, ''),
    ...(parts.offer?.hasExpiration === true ? [{ kind: 'offer_end', key: 'offer' } as const] : []),
    ...parts.cards.flatMap((card, index) => pieceSlots(card, `card.${index}.`)),
  ];
}

type Piece = Pick<TemplateParts, 'header' | 'body' | 'buttons'>;

function pieceSlots({ header, body, buttons }: Piece, prefix: string): TemplateSlot[] {
  return [
    ...headerSlots(header, prefix),
    ...textSlots(body.text, body.examples, `${prefix}body`, TEMPLATE_LIMITS.body),
    ...buttons.flatMap((button, index) => buttonSlots(button, `${prefix}button.${index}`)),
  ];
}

function headerSlots(header: Piece['header'], prefix: string): TemplateSlot[] {
  const place = `${prefix}header`;
  switch (header?.kind) {
    case undefined:
      return [];
    case 'text':
      return textSlots(header.text, header.examples, place, TEMPLATE_LIMITS.header);
    case 'media':
      return [{ kind: 'media', key: `${place}.media`, media: header.media }];
    case 'location':
    case 'product':
      return [{ kind: header.kind, key: `${place}.${header.kind}` }];
    default:
      return unreachable(header);
  }
}

function textSlots(
  text: string,
  examples: Readonly<Record<string, string>>,
  place: string,
  limit: number,
): TemplateSlot[] {
  return inOrder(variablesIn(text)).map((variable) => ({
    kind: 'text',
    key: `${place}.${variable}`,
    variable,
    example: examples[variable] ?? '',
    limit,
  }));
}

/** The button of an authentication template takes the code of the body. */
function buttonSlots(button: TemplateButton, key: string): TemplateSlot[] {
  if (button.type === 'COPY_CODE') {
    return [{ kind: 'code', key, example: button.example, limit: TEMPLATE_LIMITS.code }];
  }
  if (button.type !== 'URL' || variablesIn(button.url).length === 0) return [];
  const stem = button.url.replace(/\{\{[^{}]*\}\}$/u, '');
  const example = button.example.startsWith(stem) ? button.example.slice(stem.length) : '';
  const { text: title } = button;
  return [
    { kind: 'link_end', key, title, stem, example, limit: TEMPLATE_LIMITS.url - stem.length },
  ];
}
