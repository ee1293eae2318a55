import type { Json } from './json.ts';
import { listAt, numberAt, objectAt, textAt } from './json-fields.ts';
import type { MessageContent, OrderItem } from './models/message-content.ts';

/** Prices are decimal numbers in the item's own currency. Source: meta-platform §2.4, `order`. */
export function readOrder(payload: Json): Extract<MessageContent, { kind: 'order' }> {
  const order = objectAt(payload, 'order');
  return {
    kind: 'order',
    items: listAt(order, 'product_items').map(readItem),
    note: textAt(order, 'text') ?? null,
  };
}

function readItem(item: Json): OrderItem {
  return {
    retailerId: textAt(item, 'product_retailer_id') ?? '',
    quantity: numberAt(item, 'quantity') ?? 1,
    price: numberAt(item, 'item_price') ?? 0,
    currency: textAt(item, 'currency') ?? '',
  };
}

/** `3 items · 84.50 EUR`, with one sum per currency. */
export function orderTotals(items: readonly OrderItem[]): string {
  const sums = new Map<string, number>();
  let count = 0;
  for (const { quantity, price, currency } of items) {
    count += quantity;
    sums.set(currency, (sums.get(currency) ?? 0) + quantity * price);
  }
  const totals = [...sums].map(([currency, sum]) => `${sum.toFixed(2)} ${currency}`.trimEnd());
  return [count === 1 ? '1 item' : `${count} items`, ...totals].join(' · ');
}
