import { create } from 'zustand';
import type { MessageId } from '#shared/ids.ts';

interface ViewerState {
  /** The message whose picture or video is shown large. */
  readonly shown: MessageId | undefined;
}

export const useViewer = create<ViewerState>(() => ({ shown: undefined }));

export function openViewer(id: MessageId): void {
  useViewer.setState({ shown: id });
}

export function closeViewer(): void {
  useViewer.setState({ shown: undefined });
}
