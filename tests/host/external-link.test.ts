import { expect, it } from 'vitest';
import { externalLink } from '#electron/host/external-link.ts';

it.each([
  ['https://example.com/a b', 'https://example.com/a%20b'],
  ['HTTP://EXAMPLE.COM', 'http://example.com/'],
  ['mailto:ana@example.com', 'mailto:ana@example.com'],
  ['tel:+15550100', 'tel:+15550100'],
])('opens %s', (address, opened) => {
  expect(externalLink(address)).toBe(opened);
});

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'smb://server/share',
  'ms-settings:',
  'data:text/html,x',
  'app://bundle/',
  'https://',
  '',
])('opens nothing for %j', (address) => {
  expect(externalLink(address)).toBeUndefined();
});
