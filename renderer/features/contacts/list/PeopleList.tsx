import { useTranslation } from 'react-i18next';
import { SearchX, Users } from 'lucide-react';
import type { ContactId } from '#shared/ids.ts';
import { loadContacts, showContacts, useContactList } from '../../../stores/contact-list.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState, EmptyStateActions } from '../../../ui/EmptyState.tsx';
import { ContactBulkBar } from './ContactBulkBar.tsx';
import { ContactGrid } from './ContactGrid.tsx';
import { ContactsSkeleton } from './ContactsSkeleton.tsx';
import styles from './PeopleList.module.css';

interface PeopleListProps {
  /** Whose profile is open. */
  readonly contactId: ContactId | undefined;
  readonly onCreate: () => void;
}

export function PeopleList({ contactId, onCreate }: PeopleListProps) {
  const phase = useContactList((state) => state.phase);
  const isEmpty = useContactList((state) => state.rows.length === 0);
  const isAsked = useContactList(
    ({ view }) => view.text.trim() !== '' || Object.keys(view.filter).length > 0,
  );
  const isFirst = useContactList((state) => state.loadedView === undefined);
  if (phase === 'failed') return <Failed />;
  if (isEmpty && isFirst) return <ContactsSkeleton />;
  if (isEmpty) return isAsked ? <NobodyFits /> : <NobodyYet onCreate={onCreate} />;
  return (
    <>
      <ContactBulkBar />
      <ContactGrid contactId={contactId} />
    </>
  );
}

function Failed() {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles['note']}>
      <p>{t('contacts.failed')}</p>
      <Button kind="quiet" onClick={() => void loadContacts()}>
        {t('app.tryAgain')}
      </Button>
    </div>
  );
}

function NobodyFits() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={SearchX} title={t('contacts.nobodyTitle')}>
      <p>{t('contacts.nobody')}</p>
      <EmptyStateActions>
        <Button kind="quiet" onClick={() => void showContacts({ text: '', filter: {} })}>
          {t('contacts.showEverybody')}
        </Button>
      </EmptyStateActions>
    </EmptyState>
  );
}

function NobodyYet({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Users} title={t('contacts.emptyTitle')}>
      <p>{t('contacts.empty')}</p>
      <EmptyStateActions>
        <Button kind="primary" onClick={() => goToScreen('contacts', 'import')}>
          {t('contacts.importList')}
        </Button>
        <Button kind="quiet" onClick={onCreate}>
          {t('contacts.create')}
        </Button>
      </EmptyStateActions>
    </EmptyState>
  );
}
