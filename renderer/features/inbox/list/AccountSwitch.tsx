import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { chooseAccount } from '../../../stores/chat-choice.ts';
import { useChats } from '../../../stores/chats.ts';
import { useStatus } from '../../../stores/status.ts';
import { mainElement } from '../../../ui/main-element.ts';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './AccountSwitch.module.css';

/** Whose chats are shown; there only when more than one number is connected. */
export function AccountSwitch() {
  const { t } = useTranslation();
  const accounts = useStatus((state) => state.status?.accounts);
  const chosen = useChats((state) => state.accountId);
  if (accounts === undefined || accounts.length < 2) return null;
  const choices = [{ id: null, name: t('list.allNumbers') }, ...accounts];
  const shown = choices.find(({ id }) => id === chosen)?.name ?? t('list.allNumbers');
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={t('list.accountShown', { name: shown })}
        className={styles['switch']}
      >
        <span className={styles['name']}>{shown}</span>
        <ChevronDown aria-hidden="true" size={15} strokeWidth={1.75} />
      </Menu.Trigger>
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner align="end" sideOffset={6} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            <Menu.RadioGroup
              value={chosen}
              onValueChange={(id: typeof chosen) => void chooseAccount(id)}
            >
              {choices.map(({ id, name }) => (
                <Menu.RadioItem
                  key={id ?? 0}
                  value={id}
                  closeOnClick
                  className={menuStyles['item']}
                >
                  <span className={menuStyles['name']}>{name}</span>
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden="true" size={16} strokeWidth={2} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
