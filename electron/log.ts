import { destination, multistream, pino } from 'pino';
import { openLogFile } from './log-file.ts';

/** What every room may ask of the log. Fields first, the sentence second, as pino has it. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

export function parseLogLevel(text: string | undefined): LogLevel {
  return LEVELS.find((level) => level === text) ?? 'info';
}

/**
 * Standard output belongs to the ready line and to command answers, so logs go to standard error,
 * and to `frontdesk.log` in the folder where one is given.
 */
export function createLog(level: LogLevel, folder: string | null): Log {
  const streams = [
    { level, stream: destination({ dest: 2, sync: true }) },
    ...(folder === null ? [] : [{ level, stream: openLogFile(folder) }]),
  ];
  return pino({ level, base: null, redact: REDACTION }, multistream(streams));
}

export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};

/** Tokens never reach the log, and phone numbers only in their last digits by those who log them. */
const REDACTION = {
  paths: [
    'accessToken',
    'appSecret',
    'authorization',
    'token',
    'phone',
    'waId',
    '*.accessToken',
    '*.appSecret',
    '*.authorization',
    '*.token',
    '*.phone',
    '*.waId',
  ],
  censor: '[redacted]',
};
