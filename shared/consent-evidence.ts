import { parseJson } from './json.ts';
import type { Json } from './json.ts';
import { numberAt, textAt } from './json-fields.ts';

/** What stands behind a line of the ledger, as far as it can be told in words. */
export type ConsentEvidence =
  /** What the person wrote or pressed. */
  | { readonly kind: 'said'; readonly text: string }
  /** What the owner wrote down. */
  | { readonly kind: 'reason'; readonly text: string }
  /** Where in which spreadsheet it stood. */
  | { readonly kind: 'row'; readonly file: string; readonly row: number; readonly value: string }
  /** Nothing that words could add to how it was said. */
  | { readonly kind: 'none' };

/** @param evidence JSON text as the ledger keeps it; anything else says nothing */
export function readEvidence(evidence: string): ConsentEvidence {
  const told = jsonOf(evidence);
  const reason = textAt(told, 'reason');
  if (reason !== undefined) return { kind: 'reason', text: reason };
  const text = textAt(told, 'text');
  if (text !== undefined) return { kind: 'said', text };
  const file = textAt(told, 'file');
  const row = numberAt(told, 'row');
  if (file === undefined || row === undefined) return { kind: 'none' };
  return { kind: 'row', file, row, value: textAt(told, 'value') ?? '' };
}

function jsonOf(evidence: string): Json | undefined {
  try {
    return parseJson(evidence);
  } catch {
    return undefined;
  }
}
