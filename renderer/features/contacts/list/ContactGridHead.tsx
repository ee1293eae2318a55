import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ContactColumn } from '#shared/contact-columns.ts';
import type { ContactOrder } from '#shared/models/contact.ts';
import { useContactList } from '../../../stores/contact-list.ts';
import {
  chooseEverybody,
  chooseNobody,
  chosenCount,
  useContactSelection,
} from '../../../stores/contact-selection.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { orderContacts } from './order-contacts.ts';
import columnStyles from './columns.module.css';
import styles from './ContactGridHead.module.css';

/** The columns that people can be sorted by. */
const ORDERS: Partial<Record<'name' | ContactColumn, ContactOrder>> = {
  name: 'name',
  latest_message: 'latest_message',
  created: 'created',
};

export function ContactGridHead({ columns }: { readonly columns: readonly ContactColumn[] }) {
  const { t } = useTranslation();
  return (
    <thead className={styles['head']}>
      <tr aria-rowindex={1} className={styles['row']}>
        <th className={columnStyles['box']}>
          <EverybodyBox />
        </th>
        {(['name', ...columns] as const).map((column) => (
          <HeadCell key={column} column={column} />
        ))}
        <th className={columnStyles['action']}>
          <Hidden>{t('rail.inbox')}</Hidden>
        </th>
      </tr>
    </thead>
  );
}

function HeadCell({ column }: { readonly column: 'name' | ContactColumn }) {
  const { t } = useTranslation();
  const order = ORDERS[column];
  const isSorted = useContactList((state) => state.view.order === order);
  const Arrow = order === 'name' ? ArrowUp : ArrowDown;
  return (
    <th
      data-column={column}
      className={columnStyles['cell']}
      aria-sort={isSorted ? (order === 'name' ? 'ascending' : 'descending') : undefined}
    >
      {order === undefined ? (
        t(`contacts.columns.${column}`)
      ) : (
        <button type="button" className={styles['sort']} onClick={() => orderContacts(order)}>
          {t(`contacts.columns.${column}`)}
          {isSorted && <Arrow aria-hidden="true" size={14} strokeWidth={2} />}
        </button>
      )}
    </th>
  );
}

/** Chooses everybody who fits, or nobody. */
function EverybodyBox() {
  const { t } = useTranslation();
  const fitting = useContactList((state) => state.count?.fitting);
  const choice = useContactSelection((state) => state.choice);
  const count = chosenCount(choice, fitting);
  const isAll = count > 0 && count === fitting;
  return (
    <input
      type="checkbox"
      aria-label={t('contacts.chooseAll')}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && !isAll;
      }}
      checked={isAll}
      onChange={isAll ? chooseNobody : chooseEverybody}
    />
  );
}
