import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { DEFAULT_START_WORDS, DEFAULT_STOP_WORDS, STOP_LANGUAGES } from '#shared/stop-words.ts';
import {
  changeConsent,
  loadConsentSettings,
  useConsentSettings,
} from '../../../stores/consent-settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { Confirmation } from './Confirmation.tsx';
import { Switch } from './Switch.tsx';
import { TryWord } from './TryWord.tsx';
import { WordList } from './WordList.tsx';
import styles from './ConsentScreen.module.css';

/** What counts as “no more offers”, and what Frontdesk answers. */
export function ConsentScreen() {
  const { t } = useTranslation();
  const { settings, problem } = useConsentSettings();
  useEffect(() => void loadConsentSettings(), []);
  return (
    <div className={styles['screen']}>
      <h2 className={styles['title']}>{t('consentSettings.title')}</h2>
      <p className={styles['lead']}>{t('consentSettings.lead')}</p>
      {problem !== undefined && (
        <div role="alert" className={styles['card']}>
          <p>{problem}</p>
          <Button kind="quiet" onClick={() => void loadConsentSettings()}>
            {t('consentSettings.again')}
          </Button>
        </div>
      )}
      {settings !== undefined && <Settings settings={settings} />}
    </div>
  );
}

function Settings({ settings }: { readonly settings: ConsentSettings }) {
  const { t } = useTranslation();
  const { startCounts } = settings;
  return (
    <>
      <section className={styles['card']} aria-labelledby="stop-words">
        <h3 id="stop-words" className={styles['cardTitle']}>
          {t('consentSettings.stop.title')}
        </h3>
        <p className={styles['words']}>
          {t('consentSettings.stop.lead', { count: STOP_LANGUAGES.length })}
        </p>
        <TryWord settings={settings} />
        <WordList
          list="stop"
          own={settings.stopWords}
          brought={DEFAULT_STOP_WORDS}
          onChange={(stopWords, done) => changeConsent({ stopWords }, done)}
        />
      </section>
      <Confirmation settings={settings} />
      <section className={styles['card']} aria-labelledby="start-words">
        <h3 id="start-words" className={styles['cardTitle']}>
          {t('consentSettings.start.title')}
        </h3>
        <Switch
          label={t('consentSettings.start.counts')}
          isOn={startCounts}
          onChange={(isOn) =>
            changeConsent(
              { startCounts: isOn },
              t(isOn ? 'consentSettings.start.on' : 'consentSettings.start.off'),
            )
          }
        />
        <p className={styles['words']}>{t('consentSettings.start.lead')}</p>
        {startCounts && (
          <WordList
            list="start"
            own={settings.startWords}
            brought={DEFAULT_START_WORDS}
            onChange={(startWords, done) => changeConsent({ startWords }, done)}
          />
        )}
      </section>
      <section className={styles['card']} aria-labelledby="other-ways">
        <h3 id="other-ways" className={styles['cardTitle']}>
          {t('consentSettings.other.title')}
        </h3>
        <ul className={styles['ways']}>
          <li>{t('consentSettings.other.preferences')}</li>
          <li>{t('consentSettings.other.button')}</li>
          <li>{t('consentSettings.other.refused')}</li>
          <li>{t('consentSettings.other.hand')}</li>
          <li>{t('consentSettings.other.import')}</li>
        </ul>
      </section>
    </>
  );
}
