/**
 * How late a scheduled message may leave by itself, when the computer was off or asleep at its
 * time. After that the owner is asked: "See you in ten minutes" is wrong by then.
 */
export const CATCH_UP_MS: number = 3_600_000;
