import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Result } from '#shared/errors.ts';
import type { MessageId } from '#shared/ids.ts';
import type { ReplayReport } from '#shared/models/message-history.ts';
import { replayMessage } from '../../../stores/message-history.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './history.module.css';

/** Lets the deliveries that name a message be applied again, and says what came of it. */
export function Replay({ messageId }: { readonly messageId: MessageId }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<Result<ReplayReport>>();
  const [isBusy, setBusy] = useState(false);

  async function replay() {
    setBusy(true);
    setResult(await replayMessage(messageId));
    setBusy(false);
  }

  return (
    <>
      <output className={styles['replayed']}>{result !== undefined && words(t, result)}</output>
      <Button kind="quiet" aria-disabled={isBusy} onClick={() => !isBusy && void replay()}>
        {t('history.replay')}
      </Button>
    </>
  );
}

function words(t: TFunction, result: Result<ReplayReport>): string {
  if (!result.ok) return result.error.message;
  const { replayed, failed, changed } = result.data;
  const rows = Object.values(changed).reduce((sum, count) => sum + count, 0);
  const applied = t('history.replayed', { count: replayed });
  const tables = Object.entries(changed)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
  const outcome =
    rows === 0 ? t('history.nothingChanged') : t('history.changed', { count: rows, tables });
  return [applied, failed > 0 ? t('history.replayFailed', { count: failed }) : '', outcome]
    .filter((part) => part !== '')
    .join(' ');
}
