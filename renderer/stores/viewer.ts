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
  /** Steps asked for before `beside` was there: back below zero, on above. */
  readonly stepsLeft: number;
}

const EMPTY: ViewerState = {
  shown: undefined,
  beside: undefined,
  zoom: 1,
  isCopied: false,
  stepsLeft: 0,
};

export const useViewer = create<ViewerState>()(() => EMPTY);

/** Shows the file of a message, and finds out which come before and after it, however old. */
export async function openViewer(message: Message): Promise<void> {
  useViewer.setState({ ...EMPTY, shown: message });
  const { chatId, id: messageId } = message;
  const result = await call('media.beside', { chatId, messageId });
  const { shown, stepsLeft } = useViewer.getState();
  if (!result.ok || shown !== message) return;
  useViewer.setState({ beside: result.data, stepsLeft: 0 });
  if (stepsLeft !== 0) await step(result.data, stepsLeft);
}

/** The file before or after the one that is shown, as soon as the core has told which that is. */
export function stepViewer(by: -1 | 1): void {
  const { beside, stepsLeft } = useViewer.getState();
  if (beside === undefined) useViewer.setState({ stepsLeft: stepsLeft + by });
  else void step(beside, by);
}

async function step({ older, newer }: FilesBeside, steps: number): Promise<void> {
  const next = steps < 0 ? older : newer;
  if (next === null) return;
  const opening = openViewer(next);
  useViewer.setState({ stepsLeft: steps - Math.sign(steps) });
  await opening;
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
