import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { languageChoices } from '../../../ui/languages.ts';
import styles from './dialogs.module.css';

interface DuplicateDialogProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** Chooses the language for a copy, which begins as a draft with the same words. */
export function DuplicateDialog({ template, onClose }: DuplicateDialogProps) {
  const { t, i18n } = useTranslation();
  const choices = languageChoices(i18n.language, null).filter(
    ({ code }) => code.replace('-', '_') !== template.language,
  );
  const [language, setLanguage] = useState(choices[0]?.code ?? '');
  const [failure, setFailure] = useState<string>();

  async function duplicate(event: FormEvent) {
    event.preventDefault();
    const wanted = language.replace('-', '_');
    const result = await call('templates.duplicate', { templateId: template.id, language: wanted });
    if (!result.ok) return setFailure(result.error.message);
    onClose();
    return goToScreen('templates', `draft/${result.data.id}`);
  }

  return (
    <Dialog title={t('templates.duplicate')} isOpen onClose={onClose}>
      <form className={styles['body']} onSubmit={(event) => void duplicate(event)}>
        <p>{t('templates.duplicating.lead', { name: template.name })}</p>
        <SelectField label={t('templates.language')} value={language} onChange={setLanguage}>
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <p role="alert" className={styles['failure']}>
          {failure}
        </p>
        <div className={styles['foot']}>
          <Button kind="primary" type="submit">
            {t('templates.duplicating.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
