import type { AccountId, ChatId, ContactId } from '#shared/ids.ts';
import { createContact } from '../store/contacts.ts';
import { ensureChat } from '../store/conversations.ts';
import { claimIdentity, holderAt } from '../store/identities.ts';
import type { WriteTx } from '../store/store.ts';
import { phoneVariants } from '#shared/phone-variants.ts';

/**
 * The chat of an account with the person who has this number, made if need be.
 *
 * @param phone E.164 with `+`
 */
export function beginChat(tx: WriteTx, accountId: AccountId, phone: string, now: number): ChatId {
  return ensureChat(tx, accountId, holder(tx, phone, now) ?? newcomer(tx, phone, now), now);
}

function holder(tx: WriteTx, phone: string, now: number): ContactId | undefined {
  for (const value of phoneVariants(phone)) {
    const found =
      holderAt(tx, { kind: 'phone', value, scope: '' }, now) ??
      holderAt(tx, { kind: 'wa_id', value: value.slice(1), scope: '' }, now);
    if (found !== undefined) return found.contactId;
  }
  return undefined;
}

/** Their `wa_id` is Meta's to say: in some countries it is written differently. */
function newcomer(tx: WriteTx, phone: string, now: number): ContactId {
  const contactId = createContact(tx, now);
  claimIdentity(tx, contactId, { kind: 'phone', value: phone, scope: '' }, now);
  return contactId;
}
