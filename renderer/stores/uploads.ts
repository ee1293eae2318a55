import { create } from 'zustand';
import type { Events } from '#shared/events.ts';
import type { MessageId } from '#shared/ids.ts';

interface Uploads {
  /** How far the files of messages are on their way to Meta. */
  readonly progress: ReadonlyMap<MessageId, Events['upload.progress']>;
}

export const useUploads = create<Uploads>()(() => ({ progress: new Map() }));

export function noteProgress(step: Events['upload.progress']): void {
  useUploads.setState(({ progress }) => ({
    progress: new Map(progress).set(step.messageId, step),
  }));
}

/** Something else happened to these messages: what was said of their files is old. */
export function forgetProgress(messageIds: readonly MessageId[]): void {
  const { progress } = useUploads.getState();
  if (!messageIds.some((id) => progress.has(id))) return;
  const left = new Map(progress);
  for (const id of messageIds) left.delete(id);
  useUploads.setState({ progress: left });
}
