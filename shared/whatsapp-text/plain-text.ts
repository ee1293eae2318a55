import { unreachable } from '../unreachable.ts';
import { parseWords } from './parse.ts';
import type { Block, Inline } from './tree.ts';

/**
 * The words without WhatsApp's marks, for places that show one line of them. Signs that turn the
 * direction of writing are left out: there they would turn what stands next to them.
 */
export function plainText(text: string): string {
  return withoutTurns(parseWords(text).map(blockText).join('\n'));
}

/** A text without the signs that embed or override the direction of writing. */
export function withoutTurns(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return inlineText(block.children);
    case 'bullets':
      return block.items.map(({ children }) => `• ${inlineText(children)}`).join('\n');
    case 'numbers':
      return block.items.map(({ marker, children }) => marker + inlineText(children)).join('\n');
    default:
      return unreachable(block);
  }
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('children' in inline ? inlineText(inline.children) : inline.text))
    .join('');
}
