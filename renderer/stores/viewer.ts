import { create } from 'zustand';
import type { FilesBeside, Message } from '#shared/models/message.ts';
import { call } from './core.ts';

interface ViewerState {
  /** The message whose file is shown large. */
  readonly shown: Message | undefined;
  /** Undefined until the core has told. */
  readonly beside: FilesBeside | undefined;
  /** 1: all of the picture, as large as the window has room. */
  readonly zoom: number;
  readonly isCopied: boolean;
}

const EMPTY: ViewerState = { shown: undefined, beside: undefined, zoom: 1, isCopied: false };

export const useViewer = create<ViewerState>()(() => EMPTY);

/** Shows the file of a message, and finds out which come before and after it, however old. */
export async function openViewer(message: Message): Promise<void> {
  useViewer.setState({ ...EMPTY, shown: message });
  const { chatId, id: messageId } = message;
  const result = await call('media.beside', { chatId, messageId });
  if (result.ok && useViewer.getState().shown === message) {
    useViewer.setState({ beside: result.data });
  }
}

export function closeViewer(): void {
  useViewer.setState(EMPTY);
}

export function zoomTo(zoom: number): void {
  useViewer.setState({ zoom });
}

export function markCopied(message: Message): void {
  if (useViewer.getState().shown === message) useViewer.setState({ isCopied: true });
}
