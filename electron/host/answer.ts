import type { CommandName, CommandOutput } from '#shared/contract.ts';
import { isErrorCode } from '#shared/errors.ts';
import type { Result } from '#shared/errors.ts';

const UNREADABLE: Result<never> = {
  ok: false,
  error: { code: 'internal', message: 'Frontdesk gave an answer that can’t be read.' },
};

/** Reads the answer to a command off a wire. */
export function readAnswer<C extends CommandName>(answer: unknown): Result<CommandOutput<C>> {
  return isAnswer<C>(answer) ? answer : UNREADABLE;
}

/**
 * Whether it is an answer is checked; that its data is what the contract promises for the command
 * is believed, because our own core wrote it.
 */
function isAnswer<C extends CommandName>(answer: unknown): answer is Result<CommandOutput<C>> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'data' in answer : 'error' in answer && isFailure(answer.error);
}

function isFailure(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    isErrorCode(error.code) &&
    'message' in error &&
    typeof error.message === 'string'
  );
}
