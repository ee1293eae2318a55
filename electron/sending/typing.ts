import type { AccountId, ChatId } from '#shared/ids.ts';
import { canReplyFreely, windowExpiry } from '#shared/window.ts';
import type { Clock } from '../clock.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { showTyping } from '../graph/messages.ts';
import type { Log } from '../log.ts';
import { newestInboundWamid, openChat } from '../store/outgoing.ts';
import type { Reader } from '../store/store.ts';
import { RECEIPT_MS } from './mark-read.ts';

interface Dependencies {
  readonly store: Reader;
  readonly graph: Graph;
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
}

/** WhatsApp shows the indicator for 25 s. Source: meta-platform §1.6. */
const REPEAT_MS = 20_000;

/**
 * Tells the customer that somebody writes, and by that also that the chat was read. Nothing waits
 * for it and nothing depends on it; asked for again too early, or where no answer may be written,
 * it does nothing.
 */
export function createTypingIndicator(deps: Dependencies): (chatId: ChatId) => void {
  const shownAt = new Map<ChatId, number>();

  async function show(chatId: ChatId, accountId: AccountId, wamid: string): Promise<void> {
    await showTyping(deps.graph, await deps.connect(accountId), wamid);
    deps.log.debug({ chatId }, 'showed the customer that somebody writes');
  }

  return (chatId) => {
    const now = deps.clock();
    if (Math.abs(now - (shownAt.get(chatId) ?? 0)) < REPEAT_MS) return;
    const chat = openChat(deps.store, chatId);
    if (!chat?.isAccountActive || chat.isBlocked) return;
    if (!canReplyFreely(windowExpiry(chat.windowOpenedAt), now)) return;
    const wamid = newestInboundWamid(deps.store, chatId, now - RECEIPT_MS);
    if (wamid === undefined) return;
    shownAt.set(chatId, now);
    show(chatId, chat.accountId, wamid).catch((error: unknown) => {
      deps.log.debug({ chatId, error }, 'the customer was not shown that somebody writes');
    });
  };
}
