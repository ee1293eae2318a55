/** What a shell learns when Frontdesk ends. Part of the outside promise: the numbers stay. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  homeInUse: 3,
  databaseUnusable: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why Frontdesk does not start, in a sentence for people, and the exit code that goes with it. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
