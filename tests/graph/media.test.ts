import { expect, it } from 'vitest';
import { isMediaAddress } from '#electron/graph/media.ts';

const META = 'https://graph.facebook.com';

it.each([
  ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
  ['https://scontent-gru1-1.xx.fbcdn.net/v/t61', true],
  ['https://graph.facebook.com/v26.0/1', true],
  ['https://lookaside.fbsbx.com:8443/x', false],
  ['https://l.facebook.com/l.php?u=https://evil.example', false],
  ['https://fbsbx.com.evil.example/x', false],
  ['http://127.0.0.1:4812/api/v1/accounts', false],
  ['file:///etc/passwd', false],
])('shows the token to %s: %s', (address, isShown) => {
  expect(isMediaAddress(address, META)).toBe(isShown);
});

it('shows it to the server that stands in for Meta, on its own port only', () => {
  expect(isMediaAddress('http://127.0.0.1:5000/file', 'http://127.0.0.1:5000')).toBe(true);
  expect(isMediaAddress('http://127.0.0.1:5001/file', 'http://127.0.0.1:5000')).toBe(false);
});
