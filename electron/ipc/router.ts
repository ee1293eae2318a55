import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import type { CheckedInput, CommandName, CommandOutput } from '#shared/contract.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { Result } from '#shared/errors.ts';
import type { Log } from '../log.ts';

export type Handlers = {
  readonly [C in CommandName]: (
    input: CheckedInput<C>,
  ) => CommandOutput<C> | Promise<CommandOutput<C>>;
};

/** The contract seen one command at a time, so that the compiler can follow a name it doesn't know. */
const inputs: { readonly [C in CommandName]: { readonly input: z.ZodType<CheckedInput<C>> } } =
  contract;

/** Takes commands as they come off a wire: an unchecked name and an unchecked input. Never throws. */
export interface Router {
  handle(command: string, input: unknown): Promise<Result<unknown>>;
}

export function createRouter(handlers: Handlers, log: Log): Router {
  return {
    async handle(command, input) {
      if (!isCommand(command)) {
        return failure('unknown_command', `Frontdesk has no command called “${command}”.`);
      }
      try {
        return { ok: true, data: await run(handlers, command, input) };
      } catch (error) {
        return toFailure(error, command, log);
      }
    },
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(contract, name);
}

async function run<C extends CommandName>(
  handlers: Handlers,
  command: C,
  input: unknown,
): Promise<CommandOutput<C>> {
  return await handlers[command](inputs[command].input.parse(input));
}

/** How whatever was thrown is told to the screen; what nobody foresaw is logged. */
export function toFailure(error: unknown, command: string, log: Log): Result<never> {
  if (error instanceof FrontdeskError) return failure(error.code, error.message);
  if (error instanceof z.ZodError) return failure('bad_input', z.prettifyError(error));
  log.error({ command, error }, 'a command failed unexpectedly');
  return failure(
    'internal',
    'Something went wrong inside Frontdesk. It is written in the log; please try again.',
  );
}

function failure(code: FrontdeskError['code'], message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
