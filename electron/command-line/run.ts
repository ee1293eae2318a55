import { FrontdeskError } from '#shared/errors.ts';
import { EXIT, LaunchError } from '../launch/exit-code.ts';
import type { ExitCode } from '../launch/exit-code.ts';
import { resolveHome } from '../launch/home.ts';
import { parseArguments } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { UsageError } from './command.ts';
import type { Command, Output, Surroundings } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpFor, overview } from './help.ts';
import { openHome } from './open-home.ts';

/** Everything a run leaves behind: what goes to standard output, to standard error, and the exit code. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command to its end. Never throws. */
export async function runCommandLine(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<Outcome> {
  try {
    const { words, rest } = splitWords(args);
    const command = COMMANDS.find((candidate) => isCalled(candidate, words));
    if (command === undefined) return explain(words, rest);
    const taken = words.slice(command.words.length);
    const parsed = parseArguments([...taken, ...rest], command);
    if (parsed.help) return done(helpFor(command));
    const output = await runCommand(command, parsed, surroundings);
    const stdout = parsed.json ? JSON.stringify(output.json) : output.text;
    return { exitCode: output.exitCode ?? EXIT.done, stdout: `${stdout}\n`, stderr: '' };
  } catch (error) {
    return failure(error, args.includes('--json'));
  }
}

async function runCommand(
  command: Command,
  { given, home: givenHome }: Parsed,
  surroundings: Surroundings,
): Promise<Output> {
  const { environment, platform } = surroundings;
  const home = await openHome(
    resolveHome(givenHome, environment, platform),
    command.access,
    surroundings,
  );
  try {
    return await command.run({ given, home, surroundings });
  } finally {
    home.close();
  }
}

/** The command's words stand together; `--home DIR` and `--json` may stand before them. */
function splitWords(args: readonly string[]): {
  readonly words: readonly string[];
  readonly rest: readonly string[];
} {
  const start = args.findIndex(
    (arg, index) => !arg.startsWith('-') && args[index - 1] !== '--home',
  );
  if (start === -1) return { words: [], rest: args };
  const length = args.slice(start).findIndex((arg) => arg.startsWith('-'));
  const end = length === -1 ? args.length : start + length;
  return { words: args.slice(start, end), rest: [...args.slice(0, start), ...args.slice(end)] };
}

function isCalled({ words }: Command, said: readonly string[]): boolean {
  return words.every((word, index) => said[index] === word);
}

/** Help, where it was asked for; else what is wrong with a command that there is not. */
function explain(words: readonly string[], rest: readonly string[]): Outcome {
  const meant = COMMANDS.filter((command) =>
    words.every((word, index) => command.words[index] === word),
  );
  if (rest.includes('--help') && meant.length > 0) return done(overview(meant, []));
  if (words.length > 0 && meant.length === 0) {
    throw new UsageError(
      `There is no command “${words.join(' ')}”. See “npm run frontdesk -- --help”.`,
    );
  }
  const which = meant.map((command) => command.words.join(' ')).join(', ');
  throw new UsageError(`Say which command: ${which}. See “npm run frontdesk -- --help”.`);
}

function done(text: string): Outcome {
  return { exitCode: EXIT.done, stdout: text, stderr: '' };
}

function failure(error: unknown, asJson: boolean): Outcome {
  const { exitCode, code, message } = inWords(error);
  const line = asJson ? JSON.stringify({ error: { code, message } }) : message;
  return { exitCode, stdout: '', stderr: `${line}\n` };
}

interface Failure {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly message: string;
}

function inWords(error: unknown): Failure {
  if (error instanceof UsageError) {
    return { exitCode: EXIT.wrongUsage, code: 'wrong_usage', message: error.message };
  }
  if (error instanceof LaunchError) {
    const { exitCode, message } = error;
    return { exitCode, code: LAUNCH_CODES[exitCode], message };
  }
  if (error instanceof FrontdeskError) {
    const { code, message } = error;
    const exitCode = code === 'bad_input' ? EXIT.wrongUsage : EXIT.failed;
    return { exitCode, code, message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: EXIT.failed, code: 'internal', message: `This went wrong: ${message}` };
}

const LAUNCH_CODES: Readonly<Record<ExitCode, string>> = {
  [EXIT.done]: 'done',
  [EXIT.failed]: 'failed',
  [EXIT.wrongUsage]: 'wrong_usage',
  [EXIT.homeInUse]: 'home_in_use',
  [EXIT.databaseUnusable]: 'database_unusable',
};
