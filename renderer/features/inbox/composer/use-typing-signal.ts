import { useRef } from 'react';
import { canReplyFreely } from '#shared/window.ts';
import type { Chat } from '#shared/models/chat.ts';
import { signalTyping } from '../../../stores/send-draft.ts';

const EVERY_MS = 20_000;

/**
 * Tells the customer that somebody writes, at most every 20 s. Meta ties the sign to a message of
 * theirs, so it makes sense only while the last word is theirs. Source: meta-platform §1.6.
 */
export function useTypingSignal(chat: Chat): () => void {
  const signalledAt = useRef(-Infinity);
  return () => {
    const now = Date.now();
    const isTheirTurn = chat.preview?.direction === 'inbound';
    if (!isTheirTurn || !canReplyFreely(chat.windowExpiresAt, now)) return;
    if (now - signalledAt.current < EVERY_MS) return;
    signalledAt.current = now;
    void signalTyping(chat.id);
  };
}
