import { objectAt } from '#shared/json-fields.ts';
import { MalformedUpdateError, requireId, requireTime } from './payload-fields.ts';
import type { Item } from './payload-item.ts';
import type { Update } from './update.ts';

/** An edit or a deletion. Source: meta-platform §2.4, `edit` and `revoke`. */
export function readRevision({ item, change, path }: Item, revision: 'edit' | 'revoke'): Update {
  const details = objectAt(item, revision) ?? {};
  const payload = revision === 'edit' ? objectAt(details, 'message') : details;
  if (payload === undefined)
    throw new MalformedUpdateError('It does not say what it was edited to.');
  return {
    kind: 'revision',
    path,
    number: change.number,
    wamid: requireId(item, 'id'),
    at: requireTime(item, 'timestamp'),
    targetWamid: requireId(details, 'original_message_id'),
    revision,
    payload,
  };
}
