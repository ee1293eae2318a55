import { useTranslation } from 'react-i18next';
import { ShoppingBag } from 'lucide-react';
import { Words } from '../../../ui/message/Words.tsx';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { orderTotals } from './order-totals.ts';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import styles from '../../../ui/message/content.module.css';

export function OrderCard({ content, meta }: BodyProps<'order'>) {
  const { t, i18n } = useTranslation();
  const { items, note } = content;
  const money = (amount: number, currency: string) => moneyText(amount, currency, i18n.language);
  return (
    <>
      <p className={styles['kind']}>
        <ShoppingBag aria-hidden="true" size={13} strokeWidth={1.75} />
        {t('content.orderItems', { count: items.length })}
      </p>
      <dl className={styles['table']}>
        {items.map(({ retailerId, quantity, price, currency }, index) => (
          <div key={index} className={styles['tableRow']}>
            <dt>
              <PlainWords text={t('content.orderQuantity', { quantity, item: retailerId })} />
            </dt>
            <dd className={styles['amount']}>
              <PlainWords text={money(quantity * price, currency)} />
            </dd>
          </div>
        ))}
        {orderTotals(items).map(({ currency, amount }) => (
          <div key={currency} className={styles['totalRow']}>
            <dt>{t('content.orderTotal')}</dt>
            <dd className={styles['amount']}>
              <PlainWords text={money(amount, currency)} />
            </dd>
          </div>
        ))}
      </dl>
      {note === null || note === '' ? (
        <MetaLine>{meta}</MetaLine>
      ) : (
        <Words text={note} meta={meta} />
      )}
    </>
  );
}

/** A currency code that nobody knows is printed as it came. */
function moneyText(amount: number, currency: string, locale: string): string {
  if (!/^[A-Z]{3}$/u.test(currency)) return `${amount.toFixed(2)} ${currency}`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}
