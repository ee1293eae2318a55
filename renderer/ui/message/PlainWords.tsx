import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginning } from '#shared/whatsapp-text/beginning.ts';
import styles from './content.module.css';

/** A name, a title, an answer: words without formatting, of whatever length somebody chose to send. */
export function PlainWords({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const shown = beginning(text, step);
  if (shown.length === text.length) return text;
  return (
    <>
      {shown}…{' '}
      <button type="button" className={styles['more']} onClick={() => setStep(step + 1)}>
        {t('message.readMore')}
      </button>
    </>
  );
}
