import { time } from '../../api/wire/time.ts';
import type { WebhookState } from '../../store/tables.ts';
import { listWebhooks } from '../../store/webhook-log.ts';
import { columns } from '../columns.ts';
import { UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { wholeNumber } from '../number.ts';

const STATES: readonly WebhookState[] = [
  'received',
  'processed',
  'failed',
  'unhandled',
  'quarantined',
];

export const webhooksList: Command = {
  words: ['webhooks', 'list'],
  summary: 'Lists what Meta has delivered, newest first.',
  options: {
    state: { value: 'S', help: `only these: ${STATES.join(', ')}` },
    limit: { value: 'N', help: 'at most so many (50)' },
  },
  access: 'reads',
  run({ given, home }) {
    const limit = wholeNumber('--limit', given.text('limit') ?? '50', { min: 1, max: 10_000 });
    const state = parseState(given.text('state'));
    const deliveries = listWebhooks(home.store, { state, before: null, limit }).map((delivery) => ({
      id: delivery.id,
      received_at: time(delivery.receivedAt),
      state: delivery.state,
      error: delivery.error,
    }));
    const rows = deliveries.map((row) => [
      String(row.id),
      row.received_at,
      row.state,
      row.error ?? '',
    ]);
    return {
      json: { data: deliveries },
      text: columns(['ID', 'RECEIVED', 'STATE', 'ERROR'], rows, 'There is none.'),
    };
  },
};

function parseState(text: string | undefined): WebhookState | null {
  if (text === undefined) return null;
  const state = STATES.find((known) => known === text);
  if (state === undefined) {
    throw new UsageError(`“${text}” is no state. There are ${STATES.join(', ')}.`);
  }
  return state;
}
