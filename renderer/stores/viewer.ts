import { create } from 'zustand';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';

interface ViewerState {
  /** The message whose picture or video is shown large. */
  readonly shown: MessageId | undefined;
  /** What the arrows go through; undefined: the loaded part of the thread. */
  readonly among: readonly Message[] | undefined;
}

export const useViewer = create<ViewerState>(() => ({ shown: undefined, among: undefined }));

export function openViewer(id: MessageId, among?: readonly Message[]): void {
  useViewer.setState(among === undefined ? { shown: id } : { shown: id, among });
}

export function closeViewer(): void {
  useViewer.setState({ shown: undefined, among: undefined });
}
