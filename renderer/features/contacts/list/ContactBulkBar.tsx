import { useTranslation } from 'react-i18next';
import { Ban, Download, Tag, Trash2, X } from 'lucide-react';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { useContactBulk } from '../../../stores/contact-bulk.ts';
import { askToDelete } from '../../../stores/contact-deletion.ts';
import { askForContactLabels } from '../../../stores/contact-labels.ts';
import { useContactList } from '../../../stores/contact-list.ts';
import {
  chooseEverybody,
  chooseNobody,
  chosenCount,
  useContactSelection,
} from '../../../stores/contact-selection.ts';
import { askForExport } from '../../../stores/exporting.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import { forChosen } from './for-chosen.ts';
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
      <IconButton
        icon={Download}
        label={t('contacts.export')}
        onClick={() => void forChosen(undefined, askForExport)}
      />
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
