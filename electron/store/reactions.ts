import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import type { Direction } from '#shared/models/message.ts';
import type { Reader, WriteTx } from './store.ts';

/** `business`, `customer`, or in groups `customer:` and the sender's contact id. */
export function reactionActor(direction: Direction, senderContactId: ContactId | null): string {
  if (direction === 'outbound') return 'business';
  return senderContactId === null ? 'customer' : `customer:${senderContactId}`;
}

export interface ReactionPlace {
  readonly accountId: AccountId;
  readonly targetWamid: string;
  readonly actor: string;
}

/**
 * Works out what stands under a message from the reaction messages known: of each actor the latest
 * by Meta's time. An empty one takes the reaction back, a failed one of ours never happened.
 */
export function deriveReaction(tx: WriteTx, place: ReactionPlace): void {
  const { accountId, targetWamid, actor } = place;
  const latest = tx
    .prepare<{ body: string; timestamp: number }>(
      `SELECT body, timestamp FROM message
       WHERE type = 'reaction' AND reply_to_wamid = ? AND account_id = ? AND status <> 'failed'
         AND CASE WHEN direction = 'outbound' THEN 'business' WHEN sender_contact_id IS NULL THEN 'customer'
           ELSE 'customer:' || sender_contact_id END = ?
       ORDER BY timestamp DESC, wamid IS NULL DESC, wamid DESC LIMIT 1`,
    )
    .get(targetWamid, accountId, actor);
  const { changes } =
    latest === undefined || latest.body === ''
      ? tx.run('DELETE FROM reaction WHERE message_wamid = ? AND actor = ?', targetWamid, actor)
      : tx.run(
          `INSERT INTO reaction (message_wamid, actor, emoji, at) VALUES (?, ?, ?, ?)
           ON CONFLICT (message_wamid, actor) DO UPDATE SET emoji = excluded.emoji, at = excluded.at
           WHERE emoji <> excluded.emoji OR at <> excluded.at`,
          targetWamid,
          actor,
          latest.body,
          latest.timestamp,
        );
  if (changes > 0) noteTarget(tx, accountId, targetWamid);
}

function noteTarget(tx: WriteTx, accountId: AccountId, wamid: string): void {
  const target = tx
    .prepare<{ id: MessageId; conversation_id: ChatId }>(
      'SELECT id, conversation_id FROM message WHERE wamid = ? AND account_id = ?',
    )
    .get(wamid, accountId);
  if (target === undefined) return;
  tx.note({ kind: 'message', chatId: target.conversation_id, messageId: target.id });
}

/** After two people turned out to be one: what they reacted with in groups is one person's now. */
export function moveGroupReactions(tx: WriteTx, from: ContactId, to: ContactId): void {
  const places = groupReactionsOf(tx, from);
  tx.run('UPDATE message SET sender_contact_id = ? WHERE sender_contact_id = ?', to, from);
  deriveGroupReactions(tx, places, [from, to]);
}

type GroupPlace = Omit<ReactionPlace, 'actor'>;

/** Where a person has reacted in groups. */
export function groupReactionsOf(db: Reader, contactId: ContactId): GroupPlace[] {
  return db
    .prepare<GroupPlace>(
      `SELECT DISTINCT account_id AS accountId, reply_to_wamid AS targetWamid FROM message
       WHERE type = 'reaction' AND sender_contact_id = ? AND reply_to_wamid IS NOT NULL`,
    )
    .all(contactId);
}

export function deriveGroupReactions(
  tx: WriteTx,
  places: readonly GroupPlace[],
  people: readonly ContactId[],
): void {
  for (const place of places) {
    for (const contactId of people) {
      deriveReaction(tx, { ...place, actor: reactionActor('inbound', contactId) });
    }
  }
}
