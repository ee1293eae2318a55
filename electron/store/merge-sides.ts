import type { ContactId } from '#shared/ids.ts';
import type { MergeSide } from '#shared/models/merge.ts';
import { consentEvents } from './consent.ts';
import { findContact } from './contact-list.ts';
import { findProfile } from './contact-profile.ts';
import { nameTogether } from './contacts.ts';
import { listIdentities } from './identities.ts';
import type { Reader } from './store.ts';

/** A person as the owner compares them with another. Undefined when there is no such person. */
export function mergeSide(db: Reader, id: ContactId): MergeSide | undefined {
  const contact = findContact(db, id);
  const profile = findProfile(db, id);
  if (contact === undefined || profile === undefined) return undefined;
  const [said] = consentEvents(db, id);
  return {
    name: contact.name,
    phones: listIdentities(db, id)
      .filter(({ kind }) => kind === 'phone')
      .map(({ value }) => value),
    username: contact.username,
    email: contact.email,
    labels: contact.labels,
    ...countHistory(db, [id]),
    notes: profile.notes,
    consent: said === undefined ? null : { kind: said.kind, at: said.at },
    isOptedOut: contact.optedOut,
    isBlocked: contact.isBlocked,
    createdAt: contact.createdAt,
  };
}

/** What two would be as one; the first stays. */
export function sideTogether(
  db: Reader,
  ids: readonly [ContactId, ContactId],
  [kept, gone]: readonly [MergeSide, MergeSide],
): MergeSide {
  const consent = laterConsent(kept.consent, gone.consent);
  const labels = new Map([...kept.labels, ...gone.labels].map((label) => [label.id, label]));
  return {
    name: nameTogether(db, ...ids) ?? kept.name,
    phones: [...new Set([...kept.phones, ...gone.phones])],
    username: kept.username ?? gone.username,
    email: kept.email ?? gone.email,
    labels: [...labels.values()],
    ...countHistory(db, ids),
    notes: [kept.notes, gone.notes].filter((notes) => notes !== '').join('\n'),
    consent,
    isOptedOut: consent === null ? kept.isOptedOut || gone.isOptedOut : consent.kind === 'opt_out',
    isBlocked: kept.isBlocked || gone.isBlocked,
    createdAt: Math.min(kept.createdAt, gone.createdAt),
  };
}

/** The latest word counts; of two at the same time, the stricter one. */
function laterConsent(a: MergeSide['consent'], b: MergeSide['consent']): MergeSide['consent'] {
  if (a === null || b === null) return a ?? b;
  if (a.at === b.at) return a.kind === 'opt_out' ? a : b;
  return a.at > b.at ? a : b;
}

/** Chats with one number of ours count once, as they would be one. */
function countHistory(
  db: Reader,
  ids: readonly ContactId[],
): Pick<MergeSide, 'chats' | 'messages'> {
  const row = db
    .prepare<{ chats: number; messages: number }>(
      `SELECT count(DISTINCT v.account_id) AS chats, coalesce(sum((
         SELECT count(*) FROM message m WHERE m.conversation_id = v.id AND m.type <> 'reaction')), 0) AS messages
       FROM conversation v WHERE v.contact_id IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(ids));
  return row ?? { chats: 0, messages: 0 };
}
