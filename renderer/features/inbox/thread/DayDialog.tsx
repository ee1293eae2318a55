import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/commands/handlers.ts';
import { askForDay, useDayChoice } from '../../../stores/day-choice.ts';
import { announce } from '../../../stores/live-text.ts';
import { useReadingPlaces } from '../../../stores/reading-places.ts';
import { jumpToEnd, jumpToStart, jumpToTime, useThread } from '../../../stores/thread.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { dateFieldText, dayOfField, dayText, startOfDay } from '../../../ui/time-text.ts';
import styles from './DayDialog.module.css';

/** Leads to any day of the open thread, and to both of its ends. */
export function DayDialog() {
  const { t } = useTranslation();
  const from = useDayChoice((state) => state.from);
  const isThere = useThread((state) => state.messages.length > 0);
  useCommand('goToDay', () => isThere && askForDay(topTime()));
  useCommand('threadStart', () => void jumpToStart());
  useCommand('threadEnd', () => void jumpToEnd());
  return (
    <Dialog title={t('thread.goToDay')} isOpen={from !== undefined} onClose={close}>
      {from !== undefined && <Choice from={from} />}
    </Dialog>
  );
}

function Choice({ from }: { readonly from: number }) {
  const { t, i18n } = useTranslation();
  const [day, setDay] = useState(() => dateFieldText(from));
  const [today] = useState(() => dateFieldText(Date.now()));
  const at = dayOfField(day);

  async function toDay(wanted: number) {
    const found = await jumpToTime(wanted);
    if (found === undefined || startOfDay(found) === wanted) return;
    announce(t('thread.noneThatDay', { day: dayText(found, Date.now(), i18n.language) }));
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (at !== undefined) go(() => toDay(at));
  }

  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <div className={styles['line']}>
        <label className={styles['label']}>
          {t('thread.day')}
          <input
            type="date"
            value={day}
            max={today}
            className={styles['field']}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <Button kind="primary" type="submit" aria-disabled={at === undefined}>
          {t('thread.go')}
        </Button>
      </div>
      <div className={styles['line']}>
        <Button kind="quiet" onClick={() => go(jumpToStart)}>
          {t('thread.toStart')}
        </Button>
        <Button kind="quiet" onClick={() => go(jumpToEnd)}>
          {t('thread.toLatest')}
        </Button>
      </div>
    </form>
  );
}

/** When the message at the top of the view was written, or else the newest one. */
function topTime(): number {
  const { chatId, messages } = useThread.getState();
  const { tops } = useReadingPlaces.getState();
  const top = chatId === undefined ? undefined : tops.get(chatId);
  const message = messages.find(({ id }) => id === top) ?? messages.at(-1);
  return message?.timestamp ?? Date.now();
}

function go(jump: () => Promise<void>): void {
  close();
  // The dialog gives the focus back before the message takes it.
  requestAnimationFrame(() => void jump());
}

function close(): void {
  askForDay(undefined);
}
