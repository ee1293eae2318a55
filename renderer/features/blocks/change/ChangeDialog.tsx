import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_BLOCK_REASON } from '#shared/limits.ts';
import type { Block } from '#shared/models/block.ts';
import { changeBlock, stopChanging, useBlockChange } from '../../../stores/block-change.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { EndField } from '../dialog/EndField.tsx';
import { choiceOf, endOf } from '../dialog/end-choice.ts';
import styles from '../dialog/BlockDialog.module.css';

/** Another reason or end for somebody who is blocked. */
export function ChangeDialog() {
  const { t } = useTranslation();
  const block = useBlockChange((state) => state.block);
  return (
    <Dialog
      title={t('blocks.change.title', { name: block?.name })}
      isOpen={block !== undefined}
      beginsInField
      onClose={stopChanging}
    >
      {block !== undefined && <ChangeForm key={block.id} block={block} />}
    </Dialog>
  );
}

function ChangeForm({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const now = useNow();
  const [reason, setReason] = useState(block.reason);
  const [start] = useState(() => choiceOf(block.until, now));
  const [end, setEnd] = useState(start);
  const [failure, setFailure] = useState<string>();
  // Who leaves the end alone keeps it to the minute.
  const until = end === start ? block.until : endOf(end, now);
  const isReady = until !== undefined && reason.trim().length <= MAX_BLOCK_REASON;

  async function save() {
    if (!isReady) return;
    const problem = await changeBlock(block, { reason: reason.trim(), until });
    setFailure(problem);
    if (problem === undefined) stopChanging();
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('blocks.ask.reason')}
        limit={MAX_BLOCK_REASON}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <EndField choice={end} now={now} onChange={setEnd} />
      <p className={styles['effect']}>{t('blocks.change.hint')}</p>
      <p role="alert" className={styles['problem']}>
        {failure}
      </p>
      <div className={styles['actions']}>
        <Button kind="quiet" onClick={stopChanging}>
          {t('blocks.cancel')}
        </Button>
        <Button kind={isReady ? 'primary' : 'quiet'} type="submit" aria-disabled={!isReady}>
          {t('blocks.change.save')}
        </Button>
      </div>
    </form>
  );
}
