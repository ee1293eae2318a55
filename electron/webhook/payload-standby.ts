import { objectAt } from '#shared/json-fields.ts';
import { readEchoes } from './payload-echoes.ts';
import type { Change } from './payload-item.ts';
import { readMessages } from './payload-messages.ts';
import type { Update } from './update.ts';

/** A thread that somebody else answers, one level deeper than `messages`. Source: meta-platform §2.3, `standby`. */
export function* readStandby(change: Change): Generator<Update, void> {
  const value = objectAt(change.value, 'standby');
  if (value === undefined) {
    yield { kind: 'malformed', path: change.path, reason: 'It has no "standby".' };
    return;
  }
  const inner: Change = { ...change, path: `${change.path}.standby` };
  yield* readMessages(inner, 'standby', value);
  yield* readEchoes(inner, 'standby', value);
}
