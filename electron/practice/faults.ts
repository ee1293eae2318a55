/** What a request of the business does, as far as a planned fault cares. */
export type FaultTarget = 'send' | 'mark' | 'upload' | 'read' | 'download' | 'block' | 'template';

/**
 * What can go wrong with one request. The `after_accepting` kinds are the ambiguous ones: the
 * platform took the message, and the sender cannot know.
 */
export type Fault =
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly details?: string;
      readonly subcode?: number;
    }
  /** An HTML page, as a proxy or an overloaded edge gives it. */
  | { readonly kind: 'http'; readonly status: number; readonly retryAfterS?: number }
  | { readonly kind: 'hang_before_accepting' }
  | { readonly kind: 'hang_after_accepting' }
  | { readonly kind: 'drop_before_accepting' }
  | { readonly kind: 'drop_after_accepting' }
  | { readonly kind: 'broken_answer_after_accepting' }
  /** The file of a download breaks off in the middle, after all of it was announced. */
  | { readonly kind: 'truncated_file' }
  /** The file of a download comes with other bytes than Meta's hash says. */
  | { readonly kind: 'altered_file' }
  /** Nothing where a file should be. */
  | { readonly kind: 'empty_file' }
  /** Accepted and answered as usual; the `failed` status comes by webhook. */
  | { readonly kind: 'failed_status'; readonly code: number; readonly details?: string };

export interface Faults {
  /** The next `times` requests of that kind (default: one send) meet this fault. */
  next(fault: Fault, options?: { readonly times?: number; readonly target?: FaultTarget }): void;
  take(target: FaultTarget): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const planned: { readonly fault: Fault; readonly target: FaultTarget; left: number }[] = [];
  return {
    next(fault, { times = 1, target = 'send' } = {}) {
      planned.push({ fault, target, left: times });
    },
    take(target) {
      const index = planned.findIndex((plan) => plan.target === target);
      const plan = planned[index];
      if (plan === undefined) return undefined;
      plan.left -= 1;
      if (plan.left <= 0) planned.splice(index, 1);
      return plan.fault;
    },
    clear() {
      planned.length = 0;
    },
  };
}
