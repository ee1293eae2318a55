import { writeSync } from 'node:fs';
import { EXIT, LaunchError } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';

export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Settles at the first signal to end. Later ones are swallowed: the end is already on its way. */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ENDING_SIGNALS) process.on(signal, () => resolve());
  });
}

/** Says on standard error why Frontdesk ends, and gives the code to end with. */
export function explainFailure(error: unknown): ExitCode {
  // At once, because the process is about to exit.
  writeSync(process.stderr.fd, `${inWords(error)}\n`);
  return error instanceof LaunchError ? error.exitCode : EXIT.failed;
}

function inWords(error: unknown): string {
  if (error instanceof LaunchError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return error.name === 'FrontdeskError' ? error.message : (error.stack ?? error.message);
}
