import { useTranslation } from 'react-i18next';
import { ConnectCard } from './ConnectCard.tsx';
import { Mark } from './Mark.tsx';
import { PracticeCard } from './PracticeCard.tsx';
import styles from './WelcomeScreen.module.css';

export function WelcomeScreen() {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <main className={styles['sheet']}>
        <header className={styles['header']}>
          <p className={styles['brand']}>
            <Mark />
            {t('app.name')}
          </p>
          <h1 className={styles['title']}>{t('welcome.title')}</h1>
          <p className={styles['lead']}>{t('welcome.lead')}</p>
        </header>
        <div className={styles['cards']}>
          <PracticeCard />
          <ConnectCard />
        </div>
      </main>
    </div>
  );
}
