import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import type { Command, Given } from './command.ts';

export interface Parsed {
  readonly given: Given;
  readonly home: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Reads what stands after a command's words. Throws UsageError. */
export function parseArguments(
  args: readonly string[],
  { options, argument }: Pick<Command, 'options' | 'argument'>,
): Parsed {
  refuseSecrets(args);
  const { values, positionals } = parse(args, options);
  const json = values['json'] === true;
  const help = values['help'] === true;
  if (!help) refuseStray(positionals, argument);
  const text = (option: string): string | undefined => textOf(values, option);
  return {
    json,
    help,
    home: text('home'),
    given: {
      text,
      required(option) {
        const value = text(option);
        if (value === undefined) throw new UsageError(`--${option} is missing.`);
        return value;
      },
      flag: (option) => values[option] === true,
      argument: positionals[0],
    },
  };
}

function parse(
  args: readonly string[],
  options: Command['options'],
): { readonly values: Values; readonly positionals: readonly string[] } {
  const described = Object.entries(options).map(
    ([name, { flag }]) =>
      [name, { type: flag ? ('boolean' as const) : ('string' as const) }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(described),
        home: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    return { values, positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Node goes on to explain how `--` works, which helps nobody here.
    throw new UsageError(reason.replace(/\. To specify.*$/s, '.'), { cause: error });
  }
}

function textOf(values: Values, option: string): string | undefined {
  const value = values[option];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError(`--${option} needs a value.`);
}

function refuseStray(positionals: readonly string[], argument: string | undefined): void {
  const allowed = argument === undefined ? 0 : 1;
  // The word is not repeated: it may be a secret that went astray.
  if (positionals.length > allowed) throw new UsageError('There is one word too many.');
  if (positionals.length < allowed) throw new UsageError(`${argument} is missing.`);
}

/** A command line is readable by every program on the computer, and kept in the shell's history. */
function refuseSecrets(args: readonly string[]): void {
  const secret = args.find((arg) => /^--(access-token|app-secret|token|secret)(=|$)/.test(arg));
  if (secret === undefined) return;
  throw new UsageError(
    'Secrets don’t go on the command line, where other programs can read them. Put each into a file (--access-token-file F, --app-secret-file F), or give - as F to read it from standard input.',
  );
}
