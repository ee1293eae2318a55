import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import type { ComposedMessage } from '#shared/outgoing/content.ts';
import type { Form, FormKind } from './composition-forms.ts';
import { call } from './core.ts';
import { showSent, useThread } from './thread.ts';

export interface OpenForm {
  readonly chatId: ChatId;
  readonly kind: FormKind;
}

interface Compositions {
  /** What the owner is putting together now. */
  readonly open: OpenForm | undefined;
  /** Begun and not sent, by chat and kind: whoever closes a form loses nothing. */
  readonly begun: ReadonlyMap<string, Form>;
  readonly isSending: boolean;
}

export const useCompositions = create<Compositions>()(() => ({
  open: undefined,
  begun: new Map(),
  isSending: false,
}));

export function formKey({ chatId, kind }: OpenForm): string {
  return `${chatId} ${kind}`;
}

export function openForm(open: OpenForm): void {
  useCompositions.setState({ open });
}

export function closeForm(): void {
  useCompositions.setState({ open: undefined });
}

export function writeForm(open: OpenForm, form: Form): void {
  useCompositions.setState(({ begun }) => ({ begun: new Map(begun).set(formKey(open), form) }));
}

export function clearForm(open: OpenForm): void {
  useCompositions.setState(({ begun }) => {
    const left = new Map(begun);
    left.delete(formKey(open));
    return { begun: left };
  });
}

/** Answers the sentence that says why it could not be sent, if it could not; then the form stays. */
export async function sendForm(
  open: OpenForm,
  message: ComposedMessage,
): Promise<string | undefined> {
  if (useCompositions.getState().isSending) return undefined;
  useCompositions.setState({ isSending: true });
  const { replyTo, chatId } = useThread.getState();
  const answers = chatId === open.chatId ? replyTo : undefined;
  const result = await call('messages.send', {
    chatId: open.chatId,
    message,
    replyTo: answers?.id ?? null,
  });
  useCompositions.setState({ isSending: false });
  if (!result.ok) return result.error.message;
  clearForm(open);
  closeForm();
  if (answers !== undefined && useThread.getState().replyTo === answers) {
    useThread.setState({ replyTo: undefined });
  }
  await showSent(result.data);
  return undefined;
}
