import { objectAt, textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import type { PersonHint } from '../people/identity.ts';
import { NOBODY, idAt, requireId, requireTime, waIdAt } from './payload-fields.ts';
import type { Item } from './payload-item.ts';
import type { Update } from './update.ts';

/**
 * Somebody's new number or user id. `from` is the old phone and may be missing, and there is no
 * `contacts` array. Undefined where the system message says something else, or not enough.
 * Source: meta-platform §2.4, `system`.
 */
export function readIdentityChange({ item, change, path }: Item): Update | undefined {
  const system = objectAt(item, 'system');
  const event = textAt(system, 'type');
  if (event !== 'user_changed_number' && event !== 'user_changed_user_id') return undefined;
  const from: PersonHint = {
    ...NOBODY,
    bsuid: idAt(system, 'previous_user_id') ?? idAt(item, 'from_user_id') ?? null,
    waId: waIdAt(item, 'from'),
  };
  const to: PersonHint = {
    ...NOBODY,
    bsuid: idAt(system, 'user_id') ?? null,
    parentBsuid: idAt(system, 'parent_user_id') ?? null,
    waId: waIdAt(system, 'wa_id') ?? waIdAt(system, 'new_wa_id'),
  };
  if (!namesSomebody(from) || !namesSomebody(to)) return undefined;
  return {
    kind: 'identity_change',
    path,
    number: change.number,
    wamid: requireId(item, 'id'),
    at: requireTime(item, 'timestamp'),
    // An id that changes alone leaves the phone with its owner.
    from: event === 'user_changed_user_id' && to.waId === null ? { ...from, waId: null } : from,
    to: event === 'user_changed_user_id' && to.waId === null ? { ...to, waId: from.waId } : to,
    payload: item,
  };
}
