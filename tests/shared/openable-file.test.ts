import { expect, it } from 'vitest';
import { mayOpen } from '#shared/openable-file.ts';

it.each([
  ['Price list.pdf', true],
  ['PHOTO.JPG', true],
  ['table.xlsx', true],
  ['table.xlsm', false],
  ['Invoice.pdf.exe', false],
  ['page.html', false],
  ['drawing.svg', false],
  ['start.desktop', false],
  ['link.url', false],
  ['script', false],
])('%s may be opened with one click: %s', (name, may) => {
  expect(mayOpen(name)).toBe(may);
});
