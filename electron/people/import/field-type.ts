import type { FieldType } from '#shared/models/contact-field.ts';
import { cellText } from './sheet.ts';
import type { Cell } from './sheet.ts';

/** Narrows with every cell what a column can be; undefined: nothing was in it yet. */
export function typeWith(
  known: FieldType | undefined,
  cell: Cell | undefined,
): FieldType | undefined {
  const text = cellText(cell);
  if (cell === undefined || text === '' || known === 'text') return known;
  const type = typeOf(cell, text);
  return known === undefined || known === type ? type : 'text';
}

/** A code such as 00123 is no number: it would lose its zeros. */
function typeOf(cell: Cell, text: string): FieldType {
  if (cell instanceof Date || /^\d{4}-\d\d-\d\d$/.test(text)) return 'date';
  if (typeof cell === 'boolean' || /^(?:true|false)$/i.test(text)) return 'yes_no';
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text)) return 'number';
  return 'text';
}
