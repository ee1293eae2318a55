import { create } from 'zustand';

interface DayChoice {
  /** The day from which one leaves, in milliseconds since 1970; undefined while nobody chooses. */
  readonly from: number | undefined;
}

export const useDayChoice = create<DayChoice>()(() => ({ from: undefined }));

export function askForDay(from: number | undefined): void {
  useDayChoice.setState({ from });
}
