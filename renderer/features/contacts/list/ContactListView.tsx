import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#shared/ids.ts';
import { followContacts } from '../../../stores/contact-following.ts';
import { showContacts } from '../../../stores/contact-list.ts';
import { chooseNobody } from '../../../stores/contact-selection.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { NewContactDialog } from '../new-contact/NewContactDialog.tsx';
import { ContactFilters } from './ContactFilters.tsx';
import { ContactToolbar } from './ContactToolbar.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { LabelPeopleDialog } from './LabelPeopleDialog.tsx';
import { PeopleList } from './PeopleList.tsx';
import styles from './ContactListView.module.css';

const ContactProfile = lazy(async () => {
  const module = await import('../profile/ContactProfile.tsx');
  return { default: module.ContactProfile };
});

/** Everybody, and beside them the profile of the one that the address names. */
export function ContactListView({ contactId }: { readonly contactId: ContactId | undefined }) {
  const { t } = useTranslation();
  const [isCreating, setCreating] = useState(false);
  useEffect(() => {
    void showContacts({ order: usePreferences.getState().preferences?.contactOrder ?? 'name' });
    const end = followContacts();
    return () => {
      end();
      chooseNobody();
    };
  }, []);

  return (
    <div className={styles['view']} data-profile={contactId !== undefined}>
      <section aria-label={t('contacts.list')} className={styles['list']}>
        <ContactToolbar onCreate={() => setCreating(true)} />
        <ContactFilters />
        <PeopleList contactId={contactId} onCreate={() => setCreating(true)} />
      </section>
      {contactId !== undefined && <ContactProfile key={contactId} contactId={contactId} />}
      {isCreating && <NewContactDialog onClose={() => setCreating(false)} />}
      <LabelPeopleDialog />
      <DeleteDialog />
      <ExportDialog />
    </div>
  );
}
