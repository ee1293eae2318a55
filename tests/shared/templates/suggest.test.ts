import { describe, expect, it } from 'vitest';
import { slotsOf } from '#shared/templates/slots.ts';
import { suggestValue } from '#shared/templates/suggest.ts';
import { aBody, aTemplate } from './builders.ts';

const ANA = { name: 'Ana Souza', phone: '+5511987650001', email: 'ana@example.com' };

function suggested(text: string, person = ANA): string[] {
  const { parts } = aTemplate({ body: aBody(text) });
  return slotsOf(parts).map((slot) => suggestValue(slot, parts, person));
}

describe('what is filled in from a contact', () => {
  it.each([
    ['Hi {{name}}, call {{phone}} or {{email}} now.', ['Ana Souza', ANA.phone, ANA.email]],
    ['Hi {{first_name}}, it is ready.', ['Ana']],
    ['Hi {{1}}, your order {{2}} is ready.', ['Ana', '']],
    ['*Olá {{1}}*, tudo bem?', ['Ana']],
    ['Order {{1}} is ready, {{2}} pieces.', ['', '']],
  ])('fits “%s”', (text, expected) => {
    expect(suggested(text)).toEqual(expected);
  });

  it('is no number where the name is only a number', () => {
    const stranger = { ...ANA, name: '+55 11 98765' };
    expect(suggested('Hi {{1}}, it is ready.', stranger)).toEqual(['']);
  });
});
