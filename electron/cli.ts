import './launch/node-version.ts';
import { systemClock } from './clock.ts';
import { runCommandLine } from './command-line/run.ts';
import { createLog, parseLogLevel } from './log.ts';

const { exitCode, stdout, stderr } = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  platform: process.platform,
  stdin: process.stdin,
  clock: systemClock,
  log: createLog(parseLogLevel(process.env['FRONTDESK_LOG'] ?? 'warn')),
  fetch,
});
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;
