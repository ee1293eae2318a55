import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock3, MessagesSquare, Plug } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { startPractice } from '../../stores/status.ts';
import { Sample } from './Sample.tsx';
import styles from './WelcomeScreen.module.css';

const POINTS = [
  { key: 'chats', icon: MessagesSquare },
  { key: 'rules', icon: Clock3 },
  { key: 'later', icon: Plug },
] as const;

export function PracticeCard() {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function start() {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    setFailure(await startPractice());
    setBusy(false);
  }

  return (
    <section className={styles['card']} aria-labelledby="practice-title">
      <h2 id="practice-title" className={styles['cardTitle']}>
        {t('welcome.practice.title')}
      </h2>
      <p className={styles['text']}>{t('welcome.practice.body')}</p>
      <Sample />
      <ul className={styles['points']}>
        {POINTS.map(({ key, icon: Icon }) => (
          <li key={key} className={styles['point']}>
            <span className={styles['pointIcon']}>
              <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
            </span>
            {t(`welcome.practice.points.${key}`)}
          </li>
        ))}
      </ul>
      <div className={styles['action']}>
        <Button kind="primary" aria-disabled={isBusy} onClick={() => void start()}>
          {isBusy ? t('welcome.practice.busy') : t('welcome.practice.action')}
        </Button>
        <p role="alert" className={styles['failure']}>
          {failure}
        </p>
      </div>
    </section>
  );
}
