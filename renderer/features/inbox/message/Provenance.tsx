import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Forward, ShoppingBag, Smartphone, Workflow } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import styles from './Provenance.module.css';

/** Where a message comes from, when that is not plain. A whole imported history says nothing of it. */
export function Provenance({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  return (
    <>
      {message.senderName !== null && (
        <Note>
          <b dir="auto">{message.senderName}</b>
        </Note>
      )}
      {message.isForwarded && (
        <Note>
          <Forward aria-hidden="true" size={13} strokeWidth={1.75} />
          {t(message.extras.isForwardedOften ? 'message.forwardedOften' : 'message.forwarded')}
        </Note>
      )}
      {message.extras.productId !== null && (
        <Note>
          <ShoppingBag aria-hidden="true" size={13} strokeWidth={1.75} />
          {t('message.aboutProduct', { product: message.extras.productId })}
        </Note>
      )}
      {message.origin === 'phone' && (
        <Note>
          <Smartphone aria-hidden="true" size={13} strokeWidth={1.75} />
          {t('message.phone')}
        </Note>
      )}
      {message.origin === 'standby' && (
        <Note>
          <Workflow aria-hidden="true" size={13} strokeWidth={1.75} />
          {t('message.standby')}
        </Note>
      )}
    </>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <p className={styles['note']}>{children}</p>;
}
