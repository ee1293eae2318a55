import type { OrderItem } from '#shared/models/message-content.ts';

/** What the order costs, by currency: amounts of two currencies are never added up. */
export function orderTotals(
  items: readonly OrderItem[],
): readonly { readonly currency: string; readonly amount: number }[] {
  const amounts = new Map<string, number>();
  for (const { currency, quantity, price } of items) {
    amounts.set(currency, (amounts.get(currency) ?? 0) + quantity * price);
  }
  return [...amounts].map(([currency, amount]) => ({ currency, amount }));
}
