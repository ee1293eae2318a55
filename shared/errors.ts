/** Every way in which a command can fail that the screen or a program may tell apart. */
export const ERROR_CODES = [
  'bad_input',
  'unknown_command',
  'not_found',
  'invalid_number',
  'no_account',
  'account_inactive',
  'account_exists',
  'window_closed',
  'contact_blocked',
  'opted_out',
  'message_too_long',
  'file_refused',
  'conflict',
  'graph_refused',
  'graph_unreachable',
  'secret_store',
  'disconnected',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error meant for people: `message` says what happened, why, and what to do. */
export class FrontdeskError extends Error {
  override readonly name = 'FrontdeskError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type Result<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

export function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.some((code) => code === value);
}
