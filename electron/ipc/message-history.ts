import { FrontdeskError } from '#shared/errors.ts';
import type { MessageId, WebhookLogId } from '#shared/ids.ts';
import type { MessageHistory, ReplayReport } from '#shared/models/message-history.ts';
import { messageHistory } from '../store/message-history.ts';
import type { Reader } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Reader;
  /** Applies one delivery of the log again. */
  readonly replay: (id: WebhookLogId) => Promise<ReplayReport>;
}

type HistoryCommand = 'messages.history' | 'messages.replay';

export function historyHandlers({ store, replay }: Deps): Pick<Handlers, HistoryCommand> {
  let last: Promise<unknown> = Promise.resolve();

  async function replayAll(id: MessageId): Promise<ReplayReport> {
    let report: ReplayReport = { replayed: 0, failed: 0, changed: {} };
    for (const delivery of requireHistory(store, id).deliveries) {
      report = sum(report, await replay(delivery.id));
    }
    return report;
  }

  return {
    'messages.history': ({ messageId }) => requireHistory(store, messageId),
    'messages.replay': ({ messageId }) => {
      // One after the other: each counts what it alone changes.
      const mine = last.then(() => replayAll(messageId));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

function requireHistory(store: Reader, id: MessageId): MessageHistory {
  const history = messageHistory(store, id);
  if (history !== undefined) return history;
  throw new FrontdeskError('not_found', 'This message is no longer here.');
}

function sum(one: ReplayReport, other: ReplayReport): ReplayReport {
  const changed = { ...one.changed };
  for (const [table, rows] of Object.entries(other.changed)) {
    changed[table] = (changed[table] ?? 0) + rows;
  }
  return {
    replayed: one.replayed + other.replayed,
    failed: one.failed + other.failed,
    changed,
  };
}
