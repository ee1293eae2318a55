import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { AlarmClock, MessageCircleReply } from 'lucide-react';
import type { ChatChange } from '#shared/triage.ts';
import { askForSnooze, useSnoozing } from '../../../stores/snoozing.ts';
import { changeChats } from '../../../stores/triage.ts';
import { Button } from '../../../ui/Button.tsx';
import { nearMomentText } from '../../../ui/time-text.ts';
import { fieldText, snoozeTimes } from './snooze-times.ts';
import styles from './SnoozeDialog.module.css';

/** Asks until when; the same from the list, the header, the bulk bar and the palette. */
export function SnoozeDialog() {
  const { t } = useTranslation();
  const chatIds = useSnoozing((state) => state.chatIds);
  return (
    <Dialog.Root open={chatIds.length > 0} onOpenChange={(isOpen) => !isOpen && askForSnooze([])}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['dialog']}>
          <Dialog.Title className={styles['title']}>
            {t('snooze.title', { count: chatIds.length })}
          </Dialog.Title>
          <Dialog.Description className={styles['hint']}>{t('snooze.hint')}</Dialog.Description>
          <Choices />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choices() {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => Date.now());
  const [times] = useState(() => snoozeTimes(now));
  const [picked, setPicked] = useState(() => fieldText(times.at(-1)?.at ?? now));
  const pickedAt = new Date(picked).getTime();
  const isPossible = pickedAt > now;

  return (
    <>
      <ul>
        {times.map(({ name, at }) => (
          <li key={name}>
            <button
              type="button"
              className={styles['choice']}
              onClick={() => snooze({ kind: 'snooze', until: at })}
            >
              <AlarmClock aria-hidden="true" size={18} strokeWidth={1.75} />
              <span className={styles['name']}>{t(`snooze.${name}`)}</span>
              <span className={styles['time']}>{nearMomentText(at, now, i18n.language)}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={styles['choice']}
            onClick={() => snooze({ kind: 'snooze_until_reply' })}
          >
            <MessageCircleReply aria-hidden="true" size={18} strokeWidth={1.75} />
            <span className={styles['name']}>{t('snooze.untilReply')}</span>
          </button>
        </li>
      </ul>
      <form
        className={styles['pick']}
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) snooze({ kind: 'snooze', until: pickedAt });
        }}
      >
        <label className={styles['label']}>
          {t('snooze.pick')}
          <input
            type="datetime-local"
            value={picked}
            min={fieldText(now)}
            className={styles['field']}
            onChange={(event) => setPicked(event.target.value)}
          />
        </label>
        <Button kind="primary" type="submit" disabled={!isPossible}>
          {t('snooze.action')}
        </Button>
      </form>
    </>
  );
}

function snooze(change: ChatChange): void {
  const { chatIds } = useSnoozing.getState();
  askForSnooze([]);
  void changeChats(chatIds, change);
}
