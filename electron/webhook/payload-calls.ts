import { listAt, textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import {
  MalformedUpdateError,
  completeFrom,
  requireId,
  requireTime,
  timeAt,
} from './payload-fields.ts';
import { eachItem } from './payload-item.ts';
import type { Change, Item } from './payload-item.ts';
import { senderOf } from './payload-messages.ts';
import type { Update } from './update.ts';

/** Source: meta-platform §2.3, `calls`. */
export function* readCalls(change: Change): Generator<Update, void> {
  yield* eachItem(change, 'calls', readCall);
  if (listAt(change.value, 'statuses').length > 0) {
    yield {
      kind: 'unhandled',
      path: `${change.path}.statuses`,
      reason: 'Frontdesk does not place calls.',
    };
  }
}

/** Only what a customer starts concerns the inbox; a call that ended without talk was missed. */
function readCall({ item, change, path, contacts }: Item): Update {
  const direction = textAt(item, 'direction');
  const event = textAt(item, 'event');
  if (direction === 'BUSINESS_INITIATED') return { kind: 'ignored', path };
  if (event !== 'connect' && event !== 'terminate') {
    return {
      kind: 'unhandled',
      path,
      reason: `"${event ?? ''}" is no event of a call that is known.`,
    };
  }
  const person = completeFrom(contacts, senderOf(item));
  if (!namesSomebody(person)) throw new MalformedUpdateError('It does not say who called.');
  const at = requireTime(item, 'timestamp');
  return {
    kind: 'call',
    path,
    number: change.number,
    callId: requireId(item, 'id'),
    at,
    beganAt: timeAt(item, 'start_time') ?? at,
    isMissed: event === 'terminate' && textAt(item, 'status')?.toUpperCase() !== 'COMPLETED',
    person,
    payload: item,
  };
}
