import { useTranslation } from 'react-i18next';
import { Filter } from 'lucide-react';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './SegmentsScreen.module.css';

export function NoSegments() {
  const { t } = useTranslation();
  return (
    <div className={styles['none']}>
      <Filter aria-hidden="true" size={32} strokeWidth={1.5} />
      <p>{t('segments.empty')}</p>
      <Button kind="primary" onClick={() => goToScreen('contacts', 'segments/new')}>
        {t('segments.begin')}
      </Button>
    </div>
  );
}
