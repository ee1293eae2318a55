import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DestinationStream } from 'pino';

const MAX_BYTES = 5_000_000;

/**
 * Appends to `frontdesk.log` in the folder; a full file becomes `frontdesk.1.log`, so the log never
 * takes more than twice `maxBytes`.
 */
export function openLogFile(folder: string, maxBytes = MAX_BYTES): DestinationStream {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'frontdesk.log');
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    write(line) {
      try {
        if (bytes > 0 && bytes + Buffer.byteLength(line) > maxBytes) {
          renameSync(file, join(folder, 'frontdesk.1.log'));
          bytes = 0;
        }
        appendFileSync(file, line, { mode: 0o600 });
        bytes += Buffer.byteLength(line);
      } catch (error) {
        // A full disk must not end the app for the sake of its log; standard error has the line too.
        process.stderr.write(`The log file can't be written: ${String(error)}\n`);
      }
    },
  };
}
