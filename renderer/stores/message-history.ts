import { create } from 'zustand';
import type { MessageId } from '#shared/ids.ts';
import type { Result } from '#shared/errors.ts';
import type { MessageHistory, ReplayReport } from '#shared/models/message-history.ts';
import { call } from './core.ts';

type Shown =
  | { readonly phase: 'closed' }
  | { readonly phase: 'loading'; readonly messageId: MessageId }
  | { readonly phase: 'failed'; readonly messageId: MessageId; readonly reason: string }
  | { readonly phase: 'ready'; readonly messageId: MessageId; readonly history: MessageHistory };

interface HistoryState {
  readonly shown: Shown;
}

export const useMessageHistory = create<HistoryState>()(() => ({ shown: { phase: 'closed' } }));

/** Opens the panel that says what happened to a message. */
export async function showHistory(messageId: MessageId): Promise<void> {
  useMessageHistory.setState({ shown: { phase: 'loading', messageId } });
  const result = await call('messages.history', { messageId });
  const { shown } = useMessageHistory.getState();
  if (shown.phase === 'closed' || shown.messageId !== messageId) return;
  useMessageHistory.setState({
    shown: result.ok
      ? { phase: 'ready', messageId, history: result.data }
      : { phase: 'failed', messageId, reason: result.error.message },
  });
}

export function closeHistory(): void {
  useMessageHistory.setState({ shown: { phase: 'closed' } });
}

/** Applies the deliveries that name a message again; what the panel shows is asked for anew. */
export async function replayMessage(messageId: MessageId): Promise<Result<ReplayReport>> {
  const result = await call('messages.replay', { messageId });
  const fresh = await call('messages.history', { messageId });
  const { shown } = useMessageHistory.getState();
  if (fresh.ok && shown.phase === 'ready' && shown.messageId === messageId) {
    useMessageHistory.setState({ shown: { ...shown, history: fresh.data } });
  }
  return result;
}
