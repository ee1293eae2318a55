import { describe, expect, it } from 'vitest';
import { readFieldValue } from '#shared/field-value.ts';
import type { FieldKind } from '#shared/models/custom-field.ts';

function kept(kind: FieldKind, typed: string): string | null {
  const read = readFieldValue({ kind, choices: ['Gold', 'Silver'] }, typed);
  return read.ok ? read.value : `✗ ${read.problem}`;
}

describe('what is typed into a field', () => {
  it.each<[FieldKind, string, string | null]>([
    ['text', '  Rua das Flores 7 ', 'Rua das Flores 7'],
    ['number', '12', '12'],
    ['number', '12,50', '12.50'],
    ['number', '-0007', '-7'],
    ['number', '0', '0'],
    ['date', '2024-02-29', '2024-02-29'],
    ['yes_no', 'Yes', 'true'],
    ['yes_no', 'FALSE', 'false'],
    ['choice', 'gold', 'Gold'],
    ['number', '   ', null],
    ['choice', '', null],
  ])('as %s: “%s” is kept as %j', (kind, typed, value) => {
    expect(kept(kind, typed)).toBe(value);
  });

  it.each<[FieldKind, string, string]>([
    ['number', 'twelve', 'no number'],
    ['number', '1.000,50', 'no number'],
    ['number', '1e5', 'no number'],
    ['number', '1234567890123456', 'no number'],
    ['date', '2023-02-29', 'no day'],
    ['date', '22.11.2026', 'no day'],
    ['yes_no', 'perhaps', 'yes or no only'],
    ['choice', 'Bronze', 'not among the choices: Gold, Silver'],
    ['text', 'x'.repeat(2001), 'longer than 2000'],
  ])('as %s: “%s” is refused in words', (kind, typed, words) => {
    expect(kept(kind, typed)).toMatch(/^✗ /);
    expect(kept(kind, typed)).toContain(words);
  });
});
