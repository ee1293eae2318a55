import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { languageName } from '../../../ui/language-name.ts';
import styles from './dialogs.module.css';

interface DeleteDialogProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** Says what deleting at Meta means before it is done: it can’t be undone. */
export function DeleteDialog({ template, onClose }: DeleteDialogProps) {
  const { t, i18n } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const [isWorking, setWorking] = useState(false);
  const { id, name, language, status } = template;

  async function remove() {
    setWorking(true);
    const result = await call('templates.remove', { templateId: id });
    setWorking(false);
    if (!result.ok) return setFailure(result.error.message);
    onClose();
    return goToScreen('templates');
  }

  return (
    <Dialog title={t('templates.deleting.title', { name })} isOpen onClose={onClose}>
      <div className={styles['body']}>
        <p>
          {t('templates.deleting.language', { language: languageName(language, i18n.language) })}
        </p>
        <ul className={styles['points']}>
          <li>{t('templates.deleting.forGood')}</li>
          {status === 'APPROVED' && <li>{t('templates.deleting.name', { name })}</li>}
          <li>{t('templates.deleting.history')}</li>
        </ul>
        <p role="alert" className={styles['failure']}>
          {failure}
        </p>
        <div className={styles['foot']}>
          <Button kind="quiet" onClick={onClose}>
            {t('templates.keep')}
          </Button>
          <Button
            kind="primary"
            className={styles['danger']}
            disabled={isWorking}
            onClick={() => void remove()}
          >
            {t('templates.deleting.do')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
