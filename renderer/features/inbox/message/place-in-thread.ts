import type { Message } from '#shared/models/message.ts';
import { startOfDay } from '../../../ui/time-text.ts';

const RUN_MS = 5 * 60_000;

/** How a message stands to the one before it. */
export interface Place {
  readonly startsDay: boolean;
  /** The first of several by the same sender, less than five minutes apart. */
  readonly startsRun: boolean;
}

/**
 * @param previous the message above, if it is loaded.
 * @param isBeginning nothing older exists; only then may the first loaded message name its day,
 * else the name would jump away when the page above comes in.
 */
export function placeInThread(
  message: Message,
  previous: Message | undefined,
  isBeginning: boolean,
): Place {
  if (previous === undefined) return { startsDay: isBeginning, startsRun: true };
  const startsDay = startOfDay(previous.timestamp) !== startOfDay(message.timestamp);
  return { startsDay, startsRun: startsDay || !continuesRun(message, previous) };
}

function continuesRun(message: Message, previous: Message): boolean {
  return (
    message.direction === previous.direction &&
    message.senderName === previous.senderName &&
    message.content.kind !== 'system' &&
    previous.content.kind !== 'system' &&
    message.timestamp - previous.timestamp < RUN_MS
  );
}
