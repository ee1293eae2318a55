import { useTranslation } from 'react-i18next';
import { ChevronLeft } from 'lucide-react';
import { useRecorder } from '../../../stores/recorder.ts';
import styles from './RecorderBar.module.css';

/** How much further the button has to be slid until the recording is thrown away. */
export function SlideHint() {
  const { t } = useTranslation();
  const slide = useRecorder((state) => state.slide ?? 0);
  return (
    <p className={styles['slide']} style={{ '--slide': slide }}>
      <ChevronLeft aria-hidden="true" size={16} strokeWidth={1.75} />
      {t('voice.slide')}
    </p>
  );
}
