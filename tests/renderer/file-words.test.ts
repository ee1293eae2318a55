import { expect, it } from 'vitest';
import { durationText } from '../../renderer/ui/duration-text.ts';
import { sizeText } from '../../renderer/ui/size-text.ts';

it.each([
  [0, '0 bytes'],
  [717, '717 bytes'],
  [64_400, '64 kB'],
  [1_250_000, '1.3 MB'],
  [99_900_000, '100 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(sizeText(bytes, 'en')).toBe(words);
});

it.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [3725, '1:02:05'],
  [Infinity, '0:00'],
  [NaN, '0:00'],
])('says %d seconds as %s', (seconds, words) => {
  expect(durationText(seconds)).toBe(words);
});
