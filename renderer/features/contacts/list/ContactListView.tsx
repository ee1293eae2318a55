import { lazy } from 'react';
import type { ContactId } from '#shared/ids.ts';
import styles from './ContactListView.module.css';

const ContactProfile = lazy(async () => {
  const module = await import('../profile/ContactProfile.tsx');
  return { default: module.ContactProfile };
});

/** Everybody, and beside them the profile of the one that the address names. */
export function ContactListView({ contactId }: { readonly contactId: ContactId | undefined }) {
  return (
    <div className={styles['view']} data-profile={contactId !== undefined}>
      {contactId !== undefined && <ContactProfile key={contactId} contactId={contactId} />}
    </div>
  );
}
