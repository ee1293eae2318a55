import { create } from 'zustand';

interface PaletteState {
  readonly isOpen: boolean;
  /** Keys of what was chosen lately, the latest first. */
  readonly recent: readonly string[];
}

export const usePalette = create<PaletteState>()(() => ({ isOpen: false, recent: [] }));

const MOST = 8;

export function noteChosen(key: string): void {
  usePalette.setState(({ recent }) => ({
    recent: [key, ...recent.filter((other) => other !== key)].slice(0, MOST),
  }));
}
