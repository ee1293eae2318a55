import { expect, it } from 'vitest';
import { readEvidence } from '#shared/consent-evidence.ts';

it.each<[string, unknown]>([
  ['{"wamid":"x","text":"STOP"}', { kind: 'said', text: 'STOP' }],
  ['{"reason":"Signed the form"}', { kind: 'reason', text: 'Signed the form' }],
  [
    '{"import_id":1,"file":"people.csv","row":3,"value":"Sim"}',
    { kind: 'row', file: 'people.csv', row: 3, value: 'Sim' },
  ],
  ['{"wa_id":"1","value":"stop"}', { kind: 'none' }],
  ['{}', { kind: 'none' }],
  ['not JSON', { kind: 'none' }],
  ['[]', { kind: 'none' }],
])('what stands behind a line of the ledger is told in words where it can be: %s', (text, told) => {
  expect(readEvidence(text)).toEqual(told);
});
