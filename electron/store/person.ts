import type { ContactId } from '#shared/ids.ts';
import type { Person, PersonChat, PersonIdentity } from '#shared/models/person.ts';
import { blocksOf } from './block-history.ts';
import { findContact } from './contact-list.ts';
import { findProfile } from './contact-profile.ts';
import { fieldsOfPerson } from './field-definitions.ts';
import type { Reader } from './store.ts';

/** Undefined for nobody: who is gone, or was erased and left a chat. */
export function findPerson(db: Reader, id: ContactId): Person | undefined {
  const contact = findContact(db, id);
  const profile = findProfile(db, id);
  if (contact === undefined || profile === undefined) return undefined;
  return {
    contact,
    profile,
    fields: fieldsOfPerson(db, id),
    chats: chatsOf(db, id),
    identities: identitiesOf(db, id),
    blocks: blocksOf(db, id),
  };
}

function chatsOf(db: Reader, id: ContactId): PersonChat[] {
  return db
    .prepare<PersonChat>(
      `SELECT v.id, v.account_id AS accountId, a.name AS accountName,
         v.last_message_at AS lastMessageAt, v.unread_count AS unreadCount
       FROM conversation v JOIN account a ON a.id = v.account_id
       WHERE v.contact_id = ?
       ORDER BY v.last_message_at DESC, v.id`,
    )
    .all(id);
}

/** A username is never superseded: the one that came after it says how long it was theirs. */
function identitiesOf(db: Reader, id: ContactId): PersonIdentity[] {
  return db
    .prepare<PersonIdentity>(
      `SELECT i.kind, i.value, i.first_seen_at AS since,
         iif(i.is_active = 1, NULL, coalesce(i.superseded_at, nullif(i.left_at, 0),
           (SELECT min(later.assigned_at) FROM contact_identity later
            WHERE later.contact_id = i.contact_id AND later.kind = i.kind
              AND later.assigned_at > i.assigned_at), i.first_seen_at)) AS until
       FROM contact_identity i WHERE i.contact_id = ?
       ORDER BY i.is_active DESC, i.kind, i.first_seen_at DESC`,
    )
    .all(id);
}
