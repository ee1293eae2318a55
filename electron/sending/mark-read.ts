import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId } from '#shared/ids.ts';
import { newestInboundWamid, openChat, setRead } from '../store/outgoing.ts';
import { wantReadReceipt } from '../store/read-receipts.ts';
import type { WriteTx } from '../store/store.ts';
import type { Composing } from './compose.ts';

/** Meta knows nothing of older messages. Source: meta-platform §1.6. */
export const RECEIPT_MS: number = 30 * 24 * 3_600_000;

/**
 * The owner has seen the chat: it is read here at once, and at Meta as soon as the network lets
 * it. Throws FrontdeskError `not_found`.
 */
export function markChatRead({ store, clock }: Composing, chatId: ChatId): void {
  store.write((tx) => setChatRead(tx, chatId, clock()));
}

/** As `markChatRead`, inside a transaction. `now` in milliseconds since 1970. */
export function setChatRead(tx: WriteTx, chatId: ChatId, now: number): void {
  const chat = openChat(tx, chatId);
  if (chat === undefined) throw new FrontdeskError('not_found', `There is no chat ${chatId}.`);
  if (!setRead(tx, chatId) || !chat.isAccountActive) return;
  const wamid = newestInboundWamid(tx, chatId, now - RECEIPT_MS);
  if (wamid === undefined) return;
  wantReadReceipt(tx, { chatId, accountId: chat.accountId, wamid }, now);
}
