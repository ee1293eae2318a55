import { create } from 'zustand';

interface LiveText {
  /** The sentence that screen readers say next, politely. */
  readonly text: string;
}

export const useLiveText = create<LiveText>()(() => ({ text: '' }));

export function announce(text: string): void {
  useLiveText.setState({ text });
}
