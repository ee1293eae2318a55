import { describe, expect, it } from 'vitest';
import { initials } from '../../renderer/ui/initials.ts';

describe('initials', () => {
  it.each([
    ['Mariana Oliveira', 'MO'],
    ['maría josé de la cruz', 'MC'],
    ['Madonna', 'M'],
    ['@camille.b', '@c'],
    ['نور منصور', 'نم'],
    ['+4915112345678', '#'],
    ['  ', '#'],
    ['🌸 Flora 🌸', 'F'],
    ['Ωmega Ltd', 'ΩL'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
