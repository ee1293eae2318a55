import { textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import {
  MalformedUpdateError,
  NOBODY,
  completeFrom,
  idAt,
  requireTime,
  waIdAt,
} from './payload-fields.ts';
import type { Item } from './payload-item.ts';
import type { Update } from './update.ts';

/** What a person wants to get, told to WhatsApp itself. Source: meta-platform §2.3, §7.6. */
export function readPreferences({ item, change, path, contacts }: Item): Update {
  const value = textAt(item, 'value');
  if (value !== 'stop' && value !== 'resume' && value !== 'signup') {
    return { kind: 'unhandled', path, reason: `"${value ?? ''}" is no preference that is known.` };
  }
  if ((textAt(item, 'category') ?? 'marketing_messages') !== 'marketing_messages') {
    return { kind: 'unhandled', path, reason: 'It is not about marketing messages.' };
  }
  const person = completeFrom(contacts, {
    ...NOBODY,
    bsuid: idAt(item, 'user_id') ?? null,
    parentBsuid: idAt(item, 'parent_user_id') ?? null,
    waId: waIdAt(item, 'wa_id'),
  });
  if (!namesSomebody(person))
    throw new MalformedUpdateError('It does not say whose preference it is.');
  return {
    kind: 'preference',
    path,
    number: change.number,
    person,
    value,
    at: requireTime(item, 'timestamp'),
    payload: item,
  };
}
