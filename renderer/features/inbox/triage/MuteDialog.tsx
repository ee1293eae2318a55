import { useTranslation } from 'react-i18next';
import { BellOff } from 'lucide-react';
import { askForMute, useMuting } from '../../../stores/muting.ts';
import { changeChats } from '../../../stores/triage.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './SnoozeDialog.module.css';

const HOUR = 3_600_000;

const SPANS = [
  { name: 'hours', ms: 8 * HOUR },
  { name: 'week', ms: 7 * 24 * HOUR },
  { name: 'always', ms: null },
] as const;

/** Asks for how long; the same from the list, the bulk bar and the palette. */
export function MuteDialog() {
  const { t } = useTranslation();
  const chatIds = useMuting((state) => state.chatIds);
  return (
    <Dialog
      title={t('mute.title', { count: chatIds.length })}
      isOpen={chatIds.length > 0}
      onClose={() => askForMute([])}
    >
      <p className={styles['muteHint']}>{t('mute.hint')}</p>
      <ul className={styles['muteChoices']}>
        {SPANS.map(({ name, ms }) => (
          <li key={name}>
            <button type="button" className={styles['choice']} onClick={() => mute(ms)}>
              <BellOff aria-hidden="true" size={18} strokeWidth={1.75} />
              <span className={styles['name']}>{t(`mute.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function mute(ms: number | null): void {
  const { chatIds } = useMuting.getState();
  askForMute([]);
  void changeChats(chatIds, { kind: 'mute', until: ms === null ? null : Date.now() + ms });
}
