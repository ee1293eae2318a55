import { useTranslation } from 'react-i18next';
import { Search } from 'lucide-react';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { usePalette } from '../../../stores/palette.ts';
import styles from './PaletteButton.module.css';

/** Looks like a field and opens one: the palette. */
export function PaletteButton() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={styles['button']}
      onClick={() => usePalette.setState({ isOpen: true })}
    >
      <Search aria-hidden="true" size={17} strokeWidth={1.75} />
      <span className={styles['words']}>{t('palette.open')}</span>
      <kbd className={styles['keys']}>
        {commandKeysText('palette', window.frontdesk.shell.platform)}
      </kbd>
    </button>
  );
}
