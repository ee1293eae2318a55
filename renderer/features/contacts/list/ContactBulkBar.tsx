import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { Ban, Download, Tag, Trash2, X } from 'lucide-react';
import { EXPORT_FORMATS } from '#shared/models/contact-export.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { useContactBulk } from '../../../stores/contact-bulk.ts';
import { askToDelete } from '../../../stores/contact-deletion.ts';
import { exportPeople } from '../../../stores/contact-export.ts';
import { askForContactLabels } from '../../../stores/contact-labels.ts';
import { useContactList } from '../../../stores/contact-list.ts';
import {
  chooseEverybody,
  chooseNobody,
  chosenCount,
  useContactSelection,
} from '../../../stores/contact-selection.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { mainElement } from '../../../ui/main-element.ts';
import { BulkProgress } from './BulkProgress.tsx';
import { forChosen } from './for-chosen.ts';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './ContactBulkBar.module.css';

/** What can be done to those who are chosen, or how far it got. */
export function ContactBulkBar() {
  const { t } = useTranslation();
  const { platform } = window.frontdesk.shell;
  const isAtWork = useContactBulk((state) => state.work !== undefined);
  const fitting = useContactList((state) => state.count?.fitting);
  const choice = useContactSelection((state) => state.choice);
  const count = chosenCount(choice, fitting);
  if (isAtWork) return <BulkProgress />;
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label={t('contacts.chosen', { count })} className={styles['bar']}>
      <output className={styles['count']}>{t('contacts.chosen', { count })}</output>
      {fitting !== undefined && count < fitting && (
        <Button kind="text" className={styles['all']} onClick={chooseEverybody}>
          {t('contacts.chooseFitting', { count: fitting })}
        </Button>
      )}
      <span className={styles['space']} />
      <IconButton
        icon={Tag}
        label={t('contacts.label')}
        keys={commandKeysText('labelContacts', platform)}
        onClick={() => void forChosen(undefined, askForContactLabels)}
      />
      <IconButton
        icon={Ban}
        label={t('contacts.block')}
        keys={commandKeysText('blockContacts', platform)}
        onClick={() => void forChosen(undefined, (ids) => askToBlock(ids))}
      />
      <ExportMenu />
      <IconButton
        icon={Trash2}
        label={t('contacts.delete')}
        keys={commandKeysText('deleteContacts', platform)}
        onClick={() => void forChosen(undefined, askToDelete)}
      />
      <IconButton icon={X} label={t('contacts.chooseNobody')} onClick={chooseNobody} />
    </div>
  );
}

function ExportMenu() {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton icon={Download} label={t('contacts.export')} />} />
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner align="end" sideOffset={6} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            {EXPORT_FORMATS.map((format) => (
              <Menu.Item
                key={format}
                className={menuStyles['item']}
                onClick={() => void forChosen(undefined, (ids) => void exportPeople(ids, format))}
              >
                {t(`contacts.exportAs.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
