import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import {
  ContactRound,
  LayoutTemplate,
  Link,
  List,
  MapPin,
  MapPinned,
  Plus,
  SquareMousePointer,
  UserRoundSearch,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { FORM_KINDS, isUntouched } from '../../../stores/composition-forms.ts';
import type { FormKind } from '../../../stores/composition-forms.ts';
import { formKey, openForm, useCompositions } from '../../../stores/compositions.ts';
import { pickTemplate } from '../../../stores/template-picker.ts';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { mainElement } from '../../../ui/main-element.ts';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './PlusMenu.module.css';

const ICONS: Readonly<Record<FormKind, LucideIcon>> = {
  location: MapPin,
  contacts: ContactRound,
  buttons: SquareMousePointer,
  list: List,
  link: Link,
  askLocation: MapPinned,
  askContact: UserRoundSearch,
};

/** What can be sent besides words and files. What was begun and not sent says so. */
export function PlusMenu({ chatId }: { readonly chatId: ChatId }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { platform } = window.frontdesk.shell;
  useCommand('compose', () => setOpen(true));
  return (
    <Menu.Root open={isOpen} onOpenChange={setOpen}>
      <Menu.Trigger
        render={
          <IconButton
            icon={Plus}
            label={t('compose.menu')}
            keys={commandKeysText('compose', platform)}
            side="top"
          />
        }
      />
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner side="top" align="start" sideOffset={8} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            <Menu.Item
              className={classes(menuStyles['item'], styles['entry'])}
              onClick={() => pickTemplate(chatId)}
            >
              <LayoutTemplate aria-hidden="true" size={18} strokeWidth={1.75} />
              <span className={menuStyles['name']}>{t('templates.picker.title')}</span>
            </Menu.Item>
            {FORM_KINDS.map((kind) => (
              <Entry key={kind} chatId={chatId} kind={kind} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ chatId, kind }: { readonly chatId: ChatId; readonly kind: FormKind }) {
  const { t } = useTranslation();
  const begun = useCompositions((state) => state.begun.get(formKey({ chatId, kind })));
  const Icon = ICONS[kind];
  return (
    <Menu.Item
      className={classes(menuStyles['item'], styles['entry'])}
      onClick={() => openForm({ chatId, kind })}
    >
      <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
      <span className={menuStyles['name']}>{t(`compose.kinds.${kind}`)}</span>
      {begun !== undefined && !isUntouched(begun) && (
        <span className={styles['begun']}>{t('compose.begun')}</span>
      )}
    </Menu.Item>
  );
}
