import type { FieldRule } from './models/custom-field.ts';
import { unreachable } from './unreachable.ts';

export type FieldValue =
  /** Null: nothing is to stand in the field. */
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly problem: string };

/** In UTF-16 units. */
export const MAX_FIELD_VALUE = 2000;
export const MAX_CHOICES = 100;

/**
 * What somebody typed into a field, as it is kept: numbers with a point, days as `2026-11-22`, yes
 * and no as `true` and `false`. Or why it can’t stand there, in words.
 */
export function readFieldValue({ kind, choices }: FieldRule, typed: string): FieldValue {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  switch (kind) {
    case 'text':
      return readText(text);
    case 'number':
      return readNumber(text);
    case 'date':
      return readDay(text);
    case 'yes_no':
      return readYesOrNo(text);
    case 'choice':
      return readChoice(text, choices);
    default:
      return unreachable(kind);
  }
}

function readText(text: string): FieldValue {
  if (text.length <= MAX_FIELD_VALUE) return { ok: true, value: text };
  return no(`This is longer than ${MAX_FIELD_VALUE} characters. Shorten it, or use the note.`);
}

/** A comma is taken for the point, where there is one only. */
function readNumber(text: string): FieldValue {
  const parts = /^(-?)0*(\d+?)(?:[.,](\d{1,10}))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = parts ?? [];
  if (parts === null || whole.length > 15) {
    return no('This is no number. Write it in digits, such as 12 or 12.50.');
  }
  return { ok: true, value: `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}` };
}

function readDay(text: string): FieldValue {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(text) === text;
  return isDay
    ? { ok: true, value: text }
    : no('This is no day of the calendar. It looks like 2026-11-22: year, month, day.');
}

/** The same day as the calendar has it; a 31st of April would become another. */
function dayOf(text: string): string | undefined {
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
}

function readYesOrNo(text: string): FieldValue {
  const said = text.toLowerCase();
  if (said === 'yes' || said === 'true') return { ok: true, value: 'true' };
  if (said === 'no' || said === 'false') return { ok: true, value: 'false' };
  return no('This field takes yes or no only.');
}

function readChoice(text: string, choices: readonly string[]): FieldValue {
  const wanted = text.toLowerCase();
  const choice = choices.find((each) => each.toLowerCase() === wanted);
  if (choice !== undefined) return { ok: true, value: choice };
  return no(`“${text}” is not among the choices: ${choices.join(', ')}. Add it to them first.`);
}

function no(problem: string): FieldValue {
  return { ok: false, problem };
}
