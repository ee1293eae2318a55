import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Copy } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import styles from './WelcomeScreen.module.css';

const COMMAND = [
  'npm run frontdesk -- account add',
  '--name "My shop"',
  '--phone-number-id 1234567890',
  '--waba-id 1234567890',
  '--access-token-file token.txt',
  '--app-secret-file secret.txt',
] as const;

export function ConnectCard() {
  const { t } = useTranslation();
  return (
    <section className={styles['card']} aria-labelledby="connect-title">
      <h2 id="connect-title" className={styles['cardTitle']}>
        {t('welcome.connect.title')}
      </h2>
      <p className={styles['text']}>{t('welcome.connect.body')}</p>
      <ol className={styles['steps']}>
        <li className={styles['step']}>{t('welcome.connect.step1')}</li>
        <li className={styles['step']}>{t('welcome.connect.step2')}</li>
        <li className={styles['step']}>
          {t('welcome.connect.step3')}
          <CommandBlock />
        </li>
        <li className={styles['step']}>{t('welcome.connect.step4')}</li>
      </ol>
    </section>
  );
}

function CommandBlock() {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(COMMAND.join(' '));
    setCopied(true);
  }

  return (
    <figure className={styles['command']} aria-label={t('welcome.connect.command')}>
      <pre className={styles['code']}>
        {COMMAND.map((line, index) => (
          <span key={line} className={styles[index === 0 ? 'codeLine' : 'codeOption']}>
            {line}
            {index < COMMAND.length - 1 && ' \\'}
          </span>
        ))}
      </pre>
      <Button kind="quiet" className={styles['copy']} onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden="true" size={16} /> : <Copy aria-hidden="true" size={16} />}
        {t(isCopied ? 'welcome.connect.copied' : 'welcome.connect.copy')}
      </Button>
    </figure>
  );
}
