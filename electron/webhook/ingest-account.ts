import { textAt } from '#shared/json-fields.ts';
import {
  raiseThroughput,
  recordAccountEvent,
  settleVerifiedName,
} from '../store/account-events.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import { ingestTemplateNews, isTemplateField } from './ingest-template.ts';
import type { AccountUpdate } from './update.ts';

/** Keeps what Meta says about an account, and brings the account's row in line where it has a column. */
export function ingestAccountFact(
  tx: WriteTx,
  update: AccountUpdate,
  route: WebhookRoute | undefined,
  { receivedAt }: Arrival,
): void {
  const { field, value, number, at } = update;
  const isNew = recordAccountEvent(tx, {
    accountId: route?.accountId ?? null,
    wabaId: number.wabaId,
    phoneNumberId: number.phoneNumberId,
    field,
    value: JSON.stringify(value),
    at: at ?? receivedAt,
    saidAt: at,
  });
  if (isNew && isTemplateField(field)) ingestTemplateNews(tx, update, at ?? receivedAt);
  if (route === undefined) return;
  if (field === 'phone_number_quality_update' && textAt(value, 'event') === 'THROUGHPUT_UPGRADE') {
    raiseThroughput(tx, route.accountId);
  }
  if (field === 'phone_number_name_update') settleVerifiedName(tx, route.accountId);
}
