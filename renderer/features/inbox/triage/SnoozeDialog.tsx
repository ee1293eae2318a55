import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { MessageCircleReply } from 'lucide-react';
import type { ChatChange } from '#shared/triage.ts';
import { askForSnooze, useSnoozing } from '../../../stores/snoozing.ts';
import { changeChats } from '../../../stores/triage.ts';
import { TimeChoices } from './TimeChoices.tsx';
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
  const { t } = useTranslation();
  return (
    <TimeChoices
      pickLabel={t('snooze.pick')}
      pickAction={t('snooze.action')}
      onChoose={(until) => snooze({ kind: 'snooze', until })}
    >
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
    </TimeChoices>
  );
}

function snooze(change: ChatChange): void {
  const { chatIds } = useSnoozing.getState();
  askForSnooze([]);
  void changeChats(chatIds, change);
}
