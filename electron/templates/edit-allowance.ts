import type { EditAllowance, Template } from '#shared/models/template.ts';
import type { Clock } from '../clock.ts';
import type { Reader } from '../store/store.ts';
import { editsSince } from '../store/template-events.ts';

const DAY_MS = 24 * 3_600_000;
const MONTH_MS = 30 * DAY_MS;
const PER_MONTH = 10;

const EDITABLE: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

/**
 * Whether Meta takes a change of this template now. Only changes made here are known; Meta has the
 * last word. Source: meta-platform §1.9.
 */
export function editAllowance(
  { store, clock }: { readonly store: Reader; readonly clock: Clock },
  { id, status }: Pick<Template, 'id' | 'status'>,
): EditAllowance {
  if (!EDITABLE.has(status)) return { allowed: false, reason: 'status' };
  if (status !== 'APPROVED') {
    return { allowed: true, categoryToo: true, leftThisMonth: PER_MONTH };
  }
  const now = clock();
  const edits = editsSince(store, id, now - MONTH_MS);
  const [latest] = edits;
  const oldestThatCounts = edits[PER_MONTH - 1];
  if (oldestThatCounts !== undefined) {
    return { allowed: false, reason: 'month', at: oldestThatCounts + MONTH_MS };
  }
  if (latest !== undefined && latest > now - DAY_MS) {
    return { allowed: false, reason: 'day', at: latest + DAY_MS };
  }
  return { allowed: true, categoryToo: false, leftThisMonth: PER_MONTH - edits.length };
}
