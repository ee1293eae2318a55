import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { ScheduledMessage } from '#shared/models/scheduled-message.ts';
import { canReplyFreely } from '#shared/window.ts';
import {
  askForTime,
  changeScheduled,
  scheduleDraft,
  useScheduled,
} from '../../../stores/scheduled.ts';
import { contactName } from '../../../ui/contact-text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TimeChoices } from '../triage/TimeChoices.tsx';
import styles from './ScheduleDialog.module.css';

/** Asks when a text is to leave, or what is to become of one that waits. */
export function ScheduleDialog() {
  const { t } = useTranslation();
  const scheduling = useScheduled((state) => state.scheduling);
  return (
    <Dialog
      title={t(scheduling.kind === 'change' ? 'scheduled.changeTitle' : 'scheduled.title')}
      isOpen={scheduling.kind !== 'closed'}
      onClose={close}
    >
      {scheduling.kind === 'new' && <NewTime chat={scheduling.chat} />}
      {scheduling.kind === 'change' && (
        <Change chat={scheduling.chat} scheduled={scheduling.scheduled} />
      )}
    </Dialog>
  );
}

function NewTime({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const warningFor = useWindowWarning(chat);

  async function choose(dueAt: number) {
    const reason = await scheduleDraft(chat, dueAt);
    setFailure(reason);
    if (reason === undefined) close();
  }

  return (
    <>
      <Honest />
      <div className={styles['times']}>
        <TimeChoices
          pickLabel={t('scheduled.pick')}
          pickAction={t('scheduled.action')}
          warningFor={warningFor}
          onChoose={(at) => void choose(at)}
        />
      </div>
      <Failure text={failure} />
    </>
  );
}

interface ChangeProps {
  readonly chat: Chat;
  readonly scheduled: ScheduledMessage;
}

function Change({ chat, scheduled }: ChangeProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState(scheduled.body);
  const [failure, setFailure] = useState<string>();
  const warningFor = useWindowWarning(chat);

  async function save(dueAt: number) {
    if (body.trim() === '') return;
    const reason = await changeScheduled(scheduled, { body, dueAt });
    setFailure(reason);
    if (reason === undefined) close();
  }

  return (
    <>
      <Honest />
      <label className={styles['label']}>
        {t('scheduled.text')}
        <textarea
          dir="auto"
          rows={4}
          maxLength={MAX_TEXT_LENGTH}
          className={styles['text']}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </label>
      <div className={styles['times']}>
        <TimeChoices
          isFieldOnly
          startsAt={scheduled.dueAt}
          pickLabel={t('scheduled.when')}
          pickAction={t('scheduled.save')}
          warningFor={warningFor}
          onChoose={(at) => void save(at)}
        />
      </div>
      <Failure text={failure} />
    </>
  );
}

function Honest() {
  const { t } = useTranslation();
  return <p className={styles['honest']}>{t('scheduled.honest')}</p>;
}

function Failure({ text }: { readonly text: string | undefined }) {
  return (
    <p role="alert" className={styles['failure']}>
      {text}
    </p>
  );
}

/** A window that is open now may be closed by then. */
function useWindowWarning(chat: Chat): (at: number) => string | undefined {
  const { t } = useTranslation();
  return (at) =>
    canReplyFreely(chat.windowExpiresAt, at)
      ? undefined
      : t('scheduled.closedByThen', { name: contactName(chat.contact) });
}

function close(): void {
  askForTime({ kind: 'closed' });
}
