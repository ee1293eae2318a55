import { useTranslation } from 'react-i18next';
import { nextSpeed } from '../../../stores/playback.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import styles from './SoundBar.module.css';

/** How fast sounds are played; one choice for all of them, kept for the next time. */
export function SpeedButton() {
  const { t, i18n } = useTranslation();
  const speed = usePreferences((state) => state.preferences?.playbackSpeed ?? 1);
  const text = new Intl.NumberFormat(i18n.language).format(speed);
  return (
    <button
      type="button"
      className={styles['speed']}
      aria-label={t('media.speed', { speed: text })}
      onClick={nextSpeed}
    >
      {text}×
    </button>
  );
}
