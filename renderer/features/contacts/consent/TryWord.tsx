import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { wordOnOffers } from '#shared/spoken-consent.ts';
import styles from './ConsentScreen.module.css';

/** Asks the rule that incoming messages go through: would this one stop offers? */
export function TryWord({ settings }: { readonly settings: ConsentSettings }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const said = wordOnOffers(text, settings) ?? 'nothing';
  return (
    <div className={styles['try']}>
      <label htmlFor={id} className={styles['label']}>
        {t('consentSettings.try.label')}
      </label>
      <input
        id={id}
        dir="auto"
        maxLength={300}
        placeholder={t('consentSettings.try.example')}
        className={styles['field']}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <output htmlFor={id} className={styles['answer']} data-said={said}>
        {text.trim() !== '' && t(`consentSettings.try.${said}`)}
      </output>
    </div>
  );
}
