import '../launch/node-version.ts';
import { systemClock } from '../clock.ts';
import { createLog, parseLogLevel } from '../log.ts';
import { runCommandLine } from './run.ts';

/** Runs what the process was asked for, in the real world, and leaves the exit code with it. */
export async function main(): Promise<void> {
  const { exitCode, stdout, stderr } = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    platform: process.platform,
    stdin: process.stdin,
    clock: systemClock,
    log: createLog(parseLogLevel(process.env['FRONTDESK_LOG'] ?? 'warn'), null),
    fetch,
  });
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  // Not `process.exit`: what was just written may still be on its way into a pipe.
  process.exitCode = exitCode;
}
