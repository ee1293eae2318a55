import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { STOP_LANGUAGES } from '#shared/stop-words.ts';
import { changeConsent } from '../../../stores/consent-settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { ReplyText } from './ReplyText.tsx';
import { Switch } from './Switch.tsx';
import styles from './ConsentScreen.module.css';

/** The one message that somebody gets who stops offers with a word, once. */
export function Confirmation({ settings }: { readonly settings: ConsentSettings }) {
  const { t, i18n } = useTranslation();
  const [begun, setBegun] = useState<string>();
  const { confirms, confirmation, confirmations } = settings;
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const written = Object.keys(confirmations);
  const open = [...written, ...(begun === undefined || written.includes(begun) ? [] : [begun])];
  const others = STOP_LANGUAGES.filter((code) => !open.includes(code))
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));

  function save(code: string, text: string) {
    const { [code]: _former, ...rest } = confirmations;
    const changed = text === '' ? rest : { ...rest, [code]: text };
    return changeConsent({ confirmations: changed }, t('consentSettings.reply.changed'));
  }

  async function leave(code: string) {
    setBegun(undefined);
    if (written.includes(code)) await save(code, '');
  }

  return (
    <section className={styles['card']} aria-labelledby="stop-reply">
      <h3 id="stop-reply" className={styles['cardTitle']}>
        {t('consentSettings.reply.title')}
      </h3>
      <Switch
        label={t('consentSettings.reply.on')}
        isOn={confirms}
        onChange={(isOn) => changeConsent({ confirms: isOn }, t('consentSettings.reply.changed'))}
      />
      <p className={styles['words']}>{t('consentSettings.reply.lead')}</p>
      {confirms && (
        <>
          <ReplyText
            key={confirmation}
            label={t('consentSettings.reply.text')}
            value={confirmation}
            onSave={(text) =>
              text === ''
                ? Promise.resolve(t('consentSettings.reply.empty'))
                : changeConsent({ confirmation: text }, t('consentSettings.reply.changed'))
            }
          />
          {open.map((code) => (
            <div key={code} className={styles['language']}>
              <ReplyText
                key={confirmations[code]}
                label={t('consentSettings.reply.textIn', { language: names.of(code) ?? code })}
                value={confirmations[code] ?? ''}
                onSave={(text) => save(code, text)}
              />
              <Button
                kind="text"
                aria-label={t('consentSettings.reply.takeAway', {
                  language: names.of(code) ?? code,
                })}
                onClick={() => void leave(code)}
              >
                {t('consentSettings.reply.remove')}
              </Button>
            </div>
          ))}
          <select
            aria-label={t('consentSettings.reply.another')}
            className={styles['select']}
            value=""
            onChange={({ target }) => setBegun(target.value)}
          >
            <option value="">{t('consentSettings.reply.another')}</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </section>
  );
}
