import { Suspense, lazy } from 'react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../stores/route.ts';
import { ContactsTabs } from './ContactsTabs.tsx';
import { readContactsPath } from './contacts-path.ts';
import type { ContactsTab } from './contacts-path.ts';
import { ContactListView } from './list/ContactListView.tsx';
import styles from './ContactsScreen.module.css';

/** Each comes when it is first opened. */
const TABS: Readonly<Record<Exclude<ContactsTab, 'list'>, ComponentType>> = {
  segments: lazy(async () => {
    const { SegmentsScreen } = await import('./segments/SegmentsScreen.tsx');
    return { default: SegmentsScreen };
  }),
  import: lazy(async () => {
    const { ImportScreen } = await import('./import/ImportScreen.tsx');
    return { default: ImportScreen };
  }),
  duplicates: lazy(async () => {
    const { DuplicatesScreen } = await import('./duplicates/DuplicatesScreen.tsx');
    return { default: DuplicatesScreen };
  }),
  consent: lazy(async () => {
    const { ConsentScreen } = await import('./consent/ConsentScreen.tsx');
    return { default: ConsentScreen };
  }),
};

export function ContactsScreen() {
  const { t } = useTranslation();
  const path = useRoute((state) => state.path);
  const { tab, contactId } = readContactsPath(path);
  return (
    <main className={styles['screen']} data-profile={contactId !== undefined}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>{t('contacts.title')}</h1>
        <ContactsTabs tab={tab} />
      </header>
      <Suspense fallback={<div className={styles['coming']} />}>
        {tab === 'list' ? <ContactListView contactId={contactId} /> : <OtherTab tab={tab} />}
      </Suspense>
    </main>
  );
}

function OtherTab({ tab }: { readonly tab: Exclude<ContactsTab, 'list'> }) {
  const Tab = TABS[tab];
  return (
    <div className={styles['tab']}>
      <Tab />
    </div>
  );
}
