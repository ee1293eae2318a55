import { describe, expect, it } from 'vitest';
import { fileKind } from '../../renderer/features/inbox/content/file-kind.ts';
import { orderTotals } from '../../renderer/features/inbox/content/order-totals.ts';

describe('the kind of a file', () => {
  it.each([
    ['application/pdf', 'Invoice 1187.pdf', 'PDF'],
    ['image/jpeg', null, 'JPEG'],
    ['audio/ogg; codecs=opus', null, 'OGG'],
    ['application/vnd.openxmlformats-officedocument', 'list.xlsx', 'XLSX'],
    ['application/vnd.openxmlformats-officedocument', null, null],
    [null, null, null],
  ])('of %s named %s is %s', (mimeType, filename, kind) => {
    expect(fileKind(mimeType, filename)).toBe(kind);
  });
});

describe('the total of an order', () => {
  it('adds quantities up and never mixes currencies', () => {
    const item = { retailerId: 'x', quantity: 2, price: 10, currency: 'EUR' };
    expect(
      orderTotals([item, { ...item, quantity: 1 }, { ...item, currency: 'BRL', price: 7 }]),
    ).toEqual([
      { currency: 'EUR', amount: 30 },
      { currency: 'BRL', amount: 14 },
    ]);
  });
});
