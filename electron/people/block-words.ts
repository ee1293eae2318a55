import { explainError } from '#shared/graph-errors.ts';
import type { BlockProblem } from '#shared/models/block.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { BlockRefusal } from '../graph/blocks.ts';
import type { GraphFailure } from '../graph/failure.ts';

/** Meta's code for both: a reply that comes too late, and a block that does. Source: meta-platform §1.11. */
export const NOT_WRITTEN_LATELY = 131047;
const IS_OURSELVES = 131021;

export const WRITES_TOO_LONG_AGO: BlockProblem = {
  code: NOT_WRITTEN_LATELY,
  title: 'They have not written to this number in the last 24 hours',
  advice:
    'WhatsApp lets you block people only within 24 hours after they wrote to you. Block them when they write again.',
};

/** What Meta says against one person, in words. */
export function refusalInWords({ code, title }: BlockRefusal): BlockProblem {
  if (code === NOT_WRITTEN_LATELY) return WRITES_TOO_LONG_AGO;
  if (code === IS_OURSELVES) {
    return { code, title: 'This is your own number', advice: 'A number can’t block itself.' };
  }
  return { code, ...explainError(code, title ?? 'WhatsApp did not say why') };
}

/** Why a whole request did not succeed, in words. */
export function failureInWords(failure: GraphFailure): BlockProblem {
  switch (failure.kind) {
    case 'refused':
      return refusalInWords({ code: failure.code, title: failure.title });
    case 'not_reached':
      return {
        code: null,
        title: 'WhatsApp could not be reached',
        advice: 'Nothing was changed. Check the internet connection and try again.',
      };
    case 'ambiguous':
      return {
        code: null,
        title: 'WhatsApp did not answer in time',
        advice:
          'It may have been done all the same. Try again, or press Compare with WhatsApp in the block list.',
      };
    default:
      return unreachable(failure);
  }
}

/** What a refusal to unblock may mean: Meta does not say whether somebody was on its list at all. */
export function perhapsUnblockedElsewhere(problem: BlockProblem): BlockProblem {
  if (problem.code === null) return problem;
  const hint =
    'If another program has unblocked them already, press Compare with WhatsApp in the block list.';
  return { ...problem, advice: `${problem.advice} ${hint}` };
}

/** One sentence for the block's row. */
export function problemLine({ code, title, advice }: BlockProblem): string {
  return `${title}${code === null ? '' : ` (Meta’s error ${code})`}. ${advice}`;
}
