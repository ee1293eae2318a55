import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Forward, Smartphone, Workflow } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import styles from './Provenance.module.css';

/** Where a message comes from, when that is not plain: forwarded, or not written in Frontdesk. */
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
          {t('message.forwarded')}
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
