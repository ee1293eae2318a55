import type { MediaId } from '../ids.ts';
import { unreachable } from '../unreachable.ts';
import { TEMPLATE_LIMITS } from './limits.ts';
import type { TemplateSlot } from './slots.ts';

/** What is given for one slot. */
export type SlotValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A file of this computer's library; Meta's id of it is put in when the message leaves. */
  | { readonly kind: 'file'; readonly mediaId: MediaId; readonly filename: string | null }
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'location';
      readonly latitude: string;
      readonly longitude: string;
      readonly name: string;
      readonly address: string;
    }
  | { readonly kind: 'product'; readonly catalogId: string; readonly productId: string }
  /** Milliseconds since 1970. */
  | { readonly kind: 'time'; readonly at: number };

export type SlotValues = Readonly<Record<string, SlotValue>>;

export const VALUE_PROBLEMS = [
  'missing',
  'line_break',
  'many_spaces',
  'too_long',
  'whole_too_long',
  'code_characters',
] as const;

export interface ValueProblem {
  readonly key: string;
  readonly code: (typeof VALUE_PROBLEMS)[number];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Why Meta would refuse what is given for a slot; undefined when it would not. Source: meta-platform §4.5. */
export function valueProblem(
  slot: TemplateSlot,
  value: SlotValue | undefined,
): ValueProblem | undefined {
  const { key } = slot;
  if (value === undefined || !fits(slot, value)) return { key, code: 'missing', values: {} };
  if (value.kind !== 'text') return undefined;
  const { text } = value;
  if (text.trim() === '') return { key, code: 'missing', values: {} };
  if (/[\r\n\t\u2028\u2029]/u.test(text)) return { key, code: 'line_break', values: {} };
  const spaces = TEMPLATE_LIMITS.spaces;
  if (new RegExp(` {${spaces + 1},}`, 'u').test(text)) {
    return { key, code: 'many_spaces', values: { limit: spaces } };
  }
  const { length } = sentText(slot, text);
  if ('limit' in slot && length > slot.limit) {
    return { key, code: 'too_long', values: { length, limit: slot.limit } };
  }
  if (slot.kind === 'code' && !/^[A-Za-z0-9]+$/u.test(text.trim())) {
    return { key, code: 'code_characters', values: {} };
  }
  return undefined;
}

/** As it goes out. The end of a link must be percent-encoded. Source: meta-platform §1.5. */
export function sentText(slot: TemplateSlot, text: string): string {
  const trimmed = text.trim();
  return slot.kind === 'link_end' ? encoded(trimmed) : trimmed;
}

/** What is encoded already stays as it is. Half a surrogate pair can't be encoded, so it becomes �. */
function encoded(text: string): string {
  const whole = text.toWellFormed();
  return whole.replaceAll(/%[\dA-Fa-f]{2}|[^A-Za-z0-9\-._~/?#=&+,;!$'()*@]/gu, (piece) =>
    piece.length === 3 && piece.startsWith('%') ? piece : encodeURIComponent(piece),
  );
}

function fits(slot: TemplateSlot, value: SlotValue): boolean {
  switch (slot.kind) {
    case 'text':
    case 'link_end':
    case 'code':
      return value.kind === 'text';
    case 'media':
      return value.kind === 'file' || value.kind === 'link';
    case 'location':
      return value.kind === 'location';
    case 'product':
      return value.kind === 'product';
    case 'offer_end':
      return value.kind === 'time';
    default:
      return unreachable(slot);
  }
}
