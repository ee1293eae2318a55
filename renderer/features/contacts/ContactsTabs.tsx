import { useTranslation } from 'react-i18next';
import { CONTACTS_TABS, pathOfTab } from './contacts-path.ts';
import type { ContactsTab } from './contacts-path.ts';
import styles from './ContactsTabs.module.css';

/** Leads from one part of the contacts to another; each has an address of its own. */
export function ContactsTabs({ tab: shown }: { readonly tab: ContactsTab }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('contacts.tabs.label')} className={styles['tabs']}>
      {CONTACTS_TABS.map((tab) => (
        <a
          key={tab}
          href={`#/contacts/${pathOfTab(tab)}`.replace(/\/$/, '')}
          aria-current={tab === shown ? 'page' : undefined}
          className={styles['tab']}
        >
          {t(`contacts.tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}
