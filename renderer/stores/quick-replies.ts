import { create } from 'zustand';
import type { QuickReplyId } from '#shared/ids.ts';
import type { NewQuickReply, QuickReply } from '#shared/models/quick-reply.ts';
import { call } from './core.ts';

interface QuickReplies {
  /** By shortcut; undefined until the core has answered for the first time. */
  readonly all: readonly QuickReply[] | undefined;
  readonly isManaging: boolean;
  /** The one that was deleted last and can come back while the dialog is open. */
  readonly deleted: QuickReply | undefined;
}

export const useQuickReplies = create<QuickReplies>()(() => ({
  all: undefined,
  isManaging: false,
  deleted: undefined,
}));

export async function loadQuickReplies(): Promise<void> {
  const result = await call('quickReplies.list', {});
  if (result.ok) useQuickReplies.setState({ all: result.data });
}

export function manageQuickReplies(isManaging: boolean): void {
  useQuickReplies.setState({ isManaging, deleted: undefined });
  if (isManaging) void loadQuickReplies();
}

/** Answers the sentence that says why it could not be saved, if it could not. */
export async function saveQuickReply(reply: NewQuickReply): Promise<string | undefined> {
  const result = await call('quickReplies.save', reply);
  if (!result.ok) return result.error.message;
  await loadQuickReplies();
  return undefined;
}

export async function removeQuickReply(reply: QuickReply): Promise<void> {
  const result = await call('quickReplies.remove', { id: reply.id });
  if (!result.ok) return;
  useQuickReplies.setState({ deleted: reply });
  await loadQuickReplies();
}

export async function restoreQuickReply({ shortcut, text }: QuickReply): Promise<void> {
  const id: QuickReplyId | null = null;
  if ((await saveQuickReply({ id, shortcut, text })) === undefined) {
    useQuickReplies.setState({ deleted: undefined });
  }
}
