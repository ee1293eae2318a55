import type { WriteTx } from '../store/store.ts';
import { unreachable } from '#shared/unreachable.ts';
import { noteWebhookArrival } from '../store/accounts.ts';
import { routeByNumber, routeByWaba } from '../store/webhook-route.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import { ingestAccountFact } from './ingest-account.ts';
import { ingestCall } from './ingest-call.ts';
import { ingestHandover } from './ingest-handover.ts';
import { ingestIdentityChange } from './ingest-identity-change.ts';
import { ingestMessage } from './ingest-message.ts';
import { ingestPhoneBook } from './ingest-phone-book.ts';
import { ingestPreference } from './ingest-preference.ts';
import { ingestRevision } from './ingest-revision.ts';
import { ingestStatus } from './ingest-status.ts';
import { MalformedUpdateError } from './payload-fields.ts';
import type { NumberRef, Update } from './update.ts';

/** When a delivery came, and the local time now, for rows that are made now. */
export interface Arrival {
  readonly receivedAt: number;
  readonly now: number;
}

/** `handled`: it is stored, or there was nothing to store. `unhandled`: only the log keeps it. */
export type Outcome =
  { readonly kind: 'handled' } | { readonly kind: 'unhandled'; readonly reason: string };

const HANDLED: Outcome = { kind: 'handled' };

/**
 * Applies one update; doing it again changes nothing. Must run in a savepoint of its own, because
 * it throws in the middle of its work when the update is not as it should be.
 *
 * @throws MalformedUpdateError with words for people
 */
export function ingest(tx: WriteTx, update: Update, arrival: Arrival): Outcome {
  switch (update.kind) {
    case 'ignored':
      return HANDLED;
    case 'unhandled':
      return { kind: 'unhandled', reason: update.reason };
    case 'malformed':
      throw new MalformedUpdateError(update.reason);
    case 'account':
      ingestAccountFact(tx, update, accountRoute(tx, update.number), arrival);
      return HANDLED;
    case 'message':
    case 'revision':
    case 'identity_change':
    case 'status':
    case 'call':
    case 'preference':
    case 'phone_book':
    case 'handover':
      return ingestForNumber(tx, update, arrival);
    default:
      return unreachable(update);
  }
}

type NumberUpdate = Exclude<
  Update,
  { readonly kind: 'ignored' | 'unhandled' | 'malformed' | 'account' }
>;

function ingestForNumber(tx: WriteTx, update: NumberUpdate, arrival: Arrival): Outcome {
  const { phoneNumberId } = update.number;
  if (phoneNumberId === null)
    throw new MalformedUpdateError('It does not say for which number it is.');
  const route = routeByNumber(tx, phoneNumberId);
  if (route === undefined) {
    return {
      kind: 'unhandled',
      reason: `There is no account with phone number ID ${phoneNumberId}.`,
    };
  }
  noteArrival(tx, route, arrival);
  apply(tx, update, route, arrival);
  return HANDLED;
}

function apply(tx: WriteTx, update: NumberUpdate, route: WebhookRoute, arrival: Arrival): void {
  switch (update.kind) {
    case 'message':
      return ingestMessage(tx, update, route, arrival);
    case 'revision':
      return ingestRevision(tx, update, route);
    case 'identity_change':
      return ingestIdentityChange(tx, update, route, arrival);
    case 'status':
      return ingestStatus(tx, update, route, arrival);
    case 'call':
      return ingestCall(tx, update, route, arrival);
    case 'preference':
      return ingestPreference(tx, update, route, arrival);
    case 'phone_book':
      return ingestPhoneBook(tx, update, route, arrival);
    case 'handover':
      return ingestHandover(tx, update, route, arrival);
    default:
      return unreachable(update);
  }
}

function accountRoute(tx: WriteTx, number: NumberRef): WebhookRoute | undefined {
  return number.phoneNumberId === null
    ? routeByWaba(tx, number.wabaId, number.displayDigits)
    : routeByNumber(tx, number.phoneNumberId);
}

/** The screen shows this time by the minute, so it is told no more often. */
const ARRIVAL_TOLD_EVERY_MS = 60_000;

function noteArrival(
  tx: WriteTx,
  { accountId, lastWebhookAt }: WebhookRoute,
  { receivedAt }: Arrival,
): void {
  if (lastWebhookAt !== null && lastWebhookAt >= receivedAt) return;
  noteWebhookArrival(tx, accountId, receivedAt);
  if (receivedAt - (lastWebhookAt ?? 0) > ARRIVAL_TOLD_EVERY_MS) tx.note({ kind: 'account' });
}
