import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EXIT } from './exit-code.ts';
import { ENDING_SIGNALS } from './program.ts';

export type DesktopEnd =
  | { readonly started: true; readonly exitCode: number }
  /** Electron itself went down before the app could say anything. */
  | { readonly started: false };

/** Our own ways to end before the ready line. Everything else without a word is Electron's failure. */
const OWN_EARLY_ENDS: readonly (number | null)[] = [
  EXIT.done,
  EXIT.wrongUsage,
  EXIT.homeInUse,
  EXIT.databaseUnusable,
];

/** Runs the app in its desktop window until it ends. Signals go on to it, its output to ours. */
export async function runInDesktopWindow(
  executable: string,
  root: string,
  args: readonly string[],
): Promise<DesktopEnd> {
  const child = spawn(executable, [root, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
  let hasSpoken = false;
  let wasAskedToEnd = false;
  child.stdout.on('data', (chunk: Buffer) => {
    hasSpoken = true;
    process.stdout.write(chunk);
  });
  for (const signal of ENDING_SIGNALS) {
    process.on(signal, () => {
      wasAskedToEnd = true;
      child.kill(signal);
    });
  }
  try {
    await once(child, 'close');
  } catch {
    return { started: false };
  }
  const { exitCode } = child;
  if (!hasSpoken && !wasAskedToEnd && !OWN_EARLY_ENDS.includes(exitCode)) return { started: false };
  return { started: true, exitCode: exitCode ?? EXIT.failed };
}
