import { unreachable } from '#shared/unreachable.ts';
import { dateFieldText, dayOfField } from '../../../ui/time-text.ts';

const DAY = 86_400_000;

/** How long a block shall last. */
export const SPANS = ['always', 'day', 'week', 'date'] as const;
export type BlockSpan = (typeof SPANS)[number];

export interface EndChoice {
  readonly span: BlockSpan;
  /** As the date field has it: the last day of the block. */
  readonly lastDay: string;
}

export function freshChoice(now: number): EndChoice {
  return { span: 'always', lastDay: dateFieldText(now + 30 * DAY) };
}

/** The choice that a standing block has; its last day is the one on which it ends. */
export function choiceOf(until: number | null, now: number): EndChoice {
  if (until === null) return freshChoice(now);
  return { span: 'date', lastDay: dateFieldText(until - 1) };
}

/** When the block ends, in milliseconds since 1970; null: it stays; undefined: no such day to come. */
export function endOf({ span, lastDay }: EndChoice, now: number): number | null | undefined {
  switch (span) {
    case 'always':
      return null;
    case 'day':
      return now + DAY;
    case 'week':
      return now + 7 * DAY;
    case 'date': {
      const start = dayOfField(lastDay);
      if (start === undefined) return undefined;
      const day = new Date(start);
      const end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
      return end > now ? end : undefined;
    }
    default:
      return unreachable(span);
  }
}
