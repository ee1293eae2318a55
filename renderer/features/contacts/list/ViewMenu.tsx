import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { Check, Columns3 } from 'lucide-react';
import { CONTACT_COLUMNS } from '#shared/contact-columns.ts';
import type { ContactColumn } from '#shared/contact-columns.ts';
import { CONTACT_ORDERS } from '#shared/models/contact.ts';
import { useContactList } from '../../../stores/contact-list.ts';
import { changePreferences, usePreferences } from '../../../stores/preferences.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { mainElement } from '../../../ui/main-element.ts';
import { orderContacts } from './order-contacts.ts';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './ViewMenu.module.css';

const NO_COLUMNS: readonly ContactColumn[] = [];

/** In which order people stand, and what is shown of them; both are remembered. */
export function ViewMenu() {
  const { t } = useTranslation();
  const order = useContactList((state) => state.view.order);
  const columns = usePreferences((state) => state.preferences?.contactColumns ?? NO_COLUMNS);

  function show(column: ContactColumn, isShown: boolean) {
    const contactColumns = CONTACT_COLUMNS.filter((each) =>
      each === column ? isShown : columns.includes(each),
    );
    void changePreferences({ contactColumns });
  }

  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton icon={Columns3} label={t('contacts.view')} />} />
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner align="end" sideOffset={6} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            <Menu.RadioGroup value={order} aria-label={t('contacts.orderTitle')}>
              {CONTACT_ORDERS.map((each) => (
                <Menu.RadioItem
                  closeOnClick
                  key={each}
                  value={each}
                  className={menuStyles['item']}
                  onClick={() => orderContacts(each)}
                >
                  <span className={menuStyles['name']}>{t(`contacts.orders.${each}`)}</span>
                  <Menu.RadioItemIndicator className={styles['check']}>
                    <Check aria-hidden="true" size={16} strokeWidth={2} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Group className={styles['group']}>
              <Menu.GroupLabel className={styles['title']}>
                {t('contacts.columnsTitle')}
              </Menu.GroupLabel>
              {CONTACT_COLUMNS.map((column) => (
                <Menu.CheckboxItem
                  key={column}
                  checked={columns.includes(column)}
                  closeOnClick={false}
                  className={menuStyles['item']}
                  onCheckedChange={(isShown) => show(column, isShown)}
                >
                  <span className={menuStyles['name']}>{t(`contacts.columns.${column}`)}</span>
                  <Menu.CheckboxItemIndicator className={styles['check']}>
                    <Check aria-hidden="true" size={16} strokeWidth={2} />
                  </Menu.CheckboxItemIndicator>
                </Menu.CheckboxItem>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
