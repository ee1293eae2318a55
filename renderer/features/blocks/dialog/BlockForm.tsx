import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_BLOCK_REASON } from '#shared/limits.ts';
import { runBlocks } from '../../../stores/block-run.ts';
import { stopBlocking } from '../../../stores/blocking.ts';
import type { BlockQuestion } from '../../../stores/blocking.ts';
import { useStatus } from '../../../stores/status.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { EndField } from './EndField.tsx';
import { ForecastWords } from './ForecastWords.tsx';
import { NumberField } from './NumberField.tsx';
import { endOf, freshChoice } from './end-choice.ts';
import { useForecast } from './use-forecast.ts';
import styles from './BlockDialog.module.css';

/** Says what will happen before anybody asks WhatsApp, and asks for the reason and the end. */
export function BlockForm({ question }: { readonly question: BlockQuestion }) {
  const { t } = useTranslation();
  const now = useNow();
  const accounts = useStatus((state) => state.status?.accounts);
  const usable = (accounts ?? []).filter(({ isActive }) => isActive);
  const [chosen, setChosen] = useState(question.accountId);
  const account = usable.find(({ id }) => id === chosen) ?? usable[0];
  const told = useForecast(account?.id, question.contactIds);
  const [reason, setReason] = useState('');
  const [end, setEnd] = useState(() => freshChoice(now));
  const able =
    told === undefined || typeof told === 'string'
      ? []
      : told.filter(({ canBlock, isBlocked }) => canBlock && !isBlocked);
  const until = endOf(end, now);
  const isReady =
    able.length > 0 && until !== undefined && reason.trim().length <= MAX_BLOCK_REASON;

  async function block() {
    if (!isReady || account === undefined) return;
    const contactIds = able.map(({ contactId }) => contactId);
    const terms = { accountId: account.id, reason: reason.trim(), until };
    if (await runBlocks(terms, contactIds)) stopBlocking();
  }

  if (account === undefined) return <p>{t('blocks.noNumber')}</p>;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void block();
      }}
    >
      <p className={styles['effect']}>{t('blocks.ask.effect')}</p>
      {usable.length > 1 && (
        <NumberField accounts={usable} chosen={account.id} onChoose={setChosen} />
      )}
      <ForecastWords told={told} count={question.contactIds.length} />
      <TextField
        label={t('blocks.ask.reason')}
        hint={t('blocks.ask.reasonHint')}
        limit={MAX_BLOCK_REASON}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <EndField choice={end} now={now} onChange={setEnd} />
      <div className={styles['actions']}>
        <Button kind="quiet" onClick={stopBlocking}>
          {t('blocks.cancel')}
        </Button>
        <Button kind={isReady ? 'primary' : 'quiet'} type="submit" aria-disabled={!isReady}>
          {able.length === 0
            ? t('blocks.ask.nobody')
            : t('blocks.ask.action', { count: able.length, name: able[0]?.name })}
        </Button>
      </div>
    </form>
  );
}
