import type { MessageType } from '#shared/models/message.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { MessageUpdate } from './update.ts';

/**
 * Whether a message opens the 24-hour window. What Meta leaves uncertain (reactions, system and
 * unsupported messages) does not count, and neither does what was written before Frontdesk came.
 * Source: meta-platform §6.1.
 */
export function opensWindow({ direction, via, type }: MessageUpdate): boolean {
  return direction === 'inbound' && (via === 'live' || via === 'standby') && isWriting(type);
}

function isWriting(type: MessageType): boolean {
  switch (type) {
    case 'text':
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
    case 'location':
    case 'contacts':
    case 'interactive':
    case 'button':
    case 'order':
      return true;
    case 'reaction':
    case 'system':
    case 'template':
    case 'unknown':
      return false;
    default:
      return unreachable(type);
  }
}
