import { t } from 'i18next';
import { create } from 'zustand';
import { canForward } from '#shared/forwarding.ts';
import type { ChatId } from '#shared/ids.ts';
import type { ForwardOutcome } from '#shared/models/forward-outcome.ts';
import type { Message } from '#shared/models/message.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';

interface Forwarding {
  /** What is given on; undefined while nobody asked for it. */
  readonly message: Message | undefined;
}

export const useForwarding = create<Forwarding>()(() => ({ message: undefined }));

export function askWhereTo(message: Message): void {
  if (canForward(message)) useForwarding.setState({ message });
}

export function stopForwarding(): void {
  useForwarding.setState({ message: undefined });
}

/** Answers the chats that did not take it, or the sentence that says why none could be asked. */
export async function forward(
  message: Message,
  chatIds: readonly ChatId[],
): Promise<readonly ForwardOutcome[] | string> {
  const result = await call('messages.forward', { messageId: message.id, chatIds: [...chatIds] });
  if (!result.ok) return result.error.message;
  const refused = result.data.filter(({ refusal }) => refusal !== null);
  announce(t('forward.done', { count: result.data.length - refused.length }));
  if (refused.length === 0) stopForwarding();
  return refused;
}
