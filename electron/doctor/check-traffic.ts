import type { Account } from '#shared/models/account.ts';
import {
  countMediaByState,
  countOutboxByState,
  countWebhooksByState,
  oldestQueuedAt,
} from '../store/checkup.ts';
import type { Reader } from '../store/store.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STUCK_MS = HOUR;

/** Meta repeats a delivery for seven days, then it is lost. Source: meta-platform §0.3. */
const META_GIVES_UP_MS = 7 * DAY;

/** Whether news of a number still arrives. */
export function checkWayIn(account: Account, now: number): Finding {
  const check = `account ${account.id} webhook`;
  const { name, lastWebhookAt } = account;
  if (lastWebhookAt === null) {
    return warn(
      check,
      `Nothing has ever come in for “${name}”.`,
      'Start Frontdesk, enter its webhook address and verify token at Meta, and send the number a message.',
    );
  }
  const age = now - lastWebhookAt;
  const message = `The last news for “${name}” came ${inWords(age)} ago.`;
  if (age < DAY) return ok(check, message);
  const advice =
    'On a quiet number this is nothing. Otherwise send it a message: if it does not appear, check the tunnel and the webhook address at Meta.';
  return age < META_GIVES_UP_MS ? ok(check, message) : warn(check, message, advice);
}

export function checkWebhookLog(db: Reader): Finding {
  const counts = countWebhooksByState(db);
  const failed = counts.get('failed') ?? 0;
  const received = counts.get('received') ?? 0;
  const quarantined = counts.get('quarantined') ?? 0;
  if (failed > 0) {
    return fail(
      'webhook log',
      `${failed} deliveries could not be worked through.`,
      'See them with “webhooks list --state failed”; after an update run “webhooks replay --failed”.',
    );
  }
  if (received > 0) {
    return warn(
      'webhook log',
      `${received} deliveries wait to be worked through.`,
      'Start Frontdesk: it does that first.',
    );
  }
  if (quarantined > 0) {
    return warn(
      'webhook log',
      `${quarantined} deliveries had a wrong signature and were put aside.`,
      'If messages are missing, the app secret is not the one of your Meta app. Otherwise somebody knocks at the webhook address; that is harmless.',
    );
  }
  return ok('webhook log', 'Everything that came in was worked through.');
}

export function checkQueue(db: Reader, now: number): Finding {
  const counts = countOutboxByState(db);
  const unknown = counts.get('unknown') ?? 0;
  const waiting = (counts.get('queued') ?? 0) + (counts.get('claimed') ?? 0);
  if (unknown > 0) {
    return warn(
      'queue',
      `Of ${unknown} messages it is not known whether Meta has them.`,
      'Look at them in their chats, and send them again only if they did not arrive.',
    );
  }
  const oldest = oldestQueuedAt(db);
  if (oldest !== undefined && now - oldest > STUCK_MS) {
    return warn(
      'queue',
      `${waiting} messages wait to be sent, the oldest for ${inWords(now - oldest)}.`,
      'Start Frontdesk with an internet connection; if they stay, see what the chats say about them.',
    );
  }
  return ok(
    'queue',
    waiting === 0 ? 'Nothing waits to be sent.' : `${waiting} messages are on their way.`,
  );
}

export function checkMedia(db: Reader): Finding {
  const counts = countMediaByState(db);
  const wanted = counts.get('wanted') ?? 0;
  const failed = counts.get('failed') ?? 0;
  const lost = counts.get('expired') ?? 0;
  if (wanted + failed === 0) {
    return ok(
      'media',
      lost === 0
        ? 'Every file is here.'
        : `${lost} files expired at Meta before they could be fetched; all others are here.`,
    );
  }
  return warn(
    'media',
    `${wanted} files wait to be fetched, ${failed} could not be fetched.`,
    'Start Frontdesk with an internet connection: Meta keeps files for seven days.',
  );
}

function inWords(ms: number): string {
  if (ms < HOUR) return `${Math.max(0, Math.round(ms / 60_000))} minutes`;
  return ms < 2 * DAY ? `${Math.round(ms / HOUR)} hours` : `${Math.round(ms / DAY)} days`;
}
