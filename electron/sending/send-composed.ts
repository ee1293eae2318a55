import type { ChatId, MessageId } from '#shared/ids.ts';
import type { ComposedMessage } from '#shared/outgoing/content.ts';
import { unreachable } from '#shared/unreachable.ts';
import { queueMessage, wamidToQuote } from './compose.ts';
import type { Composing, NewOutgoing } from './compose.ts';

/** What the owner put together on the screen. Throws FrontdeskError as `sendMessage` does. */
export function sendComposed(
  { store, clock }: Composing,
  {
    chatId,
    message,
    replyTo,
  }: {
    readonly chatId: ChatId;
    readonly message: ComposedMessage;
    readonly replyTo: MessageId | null;
  },
): MessageId {
  return store.write((tx) => {
    const replyToWamid = replyTo === null ? null : wamidToQuote(tx, chatId, replyTo);
    return queueMessage(tx, { chatId, ...named(message), replyToWamid }, clock());
  });
}

function named(message: ComposedMessage): Pick<NewOutgoing, 'type' | 'content'> {
  switch (message.type) {
    case 'location':
      return { type: 'location', content: message.location };
    case 'contacts':
      return { type: 'contacts', content: message.contacts };
    case 'interactive':
      return { type: 'interactive', content: message.interactive };
    default:
      return unreachable(message);
  }
}
