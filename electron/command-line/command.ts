import type { ExitCode } from '../launch/exit-code.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { SecretLock, Vault } from '../secrets/vault.ts';
import type { Store } from '../store/store.ts';

/** An option of a command. Every one takes a value unless it is a flag. */
export interface Option {
  readonly flag?: true;
  /** How the value is called in the help. */
  readonly value?: string;
  readonly help: string;
}

export interface Command {
  /** `['account', 'add']` */
  readonly words: readonly [string, ...string[]];
  readonly summary: string;
  /** What stands after the words, for the help: `ID`. */
  readonly argument?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** A command that writes needs the home for itself. */
  readonly access: 'reads' | 'writes';
  run(call: Call): Output | Promise<Output>;
}

/** What the person wrote, and what the command may work with. */
export interface Call {
  readonly given: Given;
  readonly home: OpenHome;
  readonly surroundings: Surroundings;
}

export interface Given {
  /** Undefined when it was not given. Throws UsageError when it is empty. */
  text(option: string): string | undefined;
  /** Throws UsageError when it was not given. */
  required(option: string): string;
  flag(option: string): boolean;
  /** The one argument after the command's words. */
  readonly argument: string | undefined;
}

export interface OpenHome {
  /** Absolute path of the data folder. */
  readonly path: string;
  readonly store: Store;
  readonly vault: Vault & SecretLock;
}

/** The world outside, so that tests could bring their own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly stdin: AsyncIterable<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
}

/** The same answer for a program (`--json`) and for a person. */
export interface Output {
  readonly json: object;
  readonly text: string;
  /** When a command that ran to its end still has bad news. */
  readonly exitCode?: ExitCode;
}

/** The command can't be understood; the message says what is wrong with it. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
