import { z } from 'zod';
import { FrontdeskError } from '#shared/errors.ts';
import type { ErrorCode } from '#shared/errors.ts';

/** What only a web server has to refuse. */
type HttpCode =
  | 'unauthorized'
  | 'forbidden'
  | 'method_not_allowed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'idempotency_mismatch'
  | 'too_many_requests';

export type ProblemCode = ErrorCode | HttpCode;

const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> =
  {
    bad_input: { status: 400, title: 'The request is not well formed' },
    unauthorized: { status: 401, title: 'An API key is needed' },
    forbidden: { status: 403, title: 'This is not allowed' },
    not_found: { status: 404, title: 'There is no such thing' },
    unknown_command: { status: 404, title: 'There is no such thing' },
    method_not_allowed: { status: 405, title: 'This can’t be done here' },
    no_account: { status: 409, title: 'No account can do this' },
    account_inactive: { status: 409, title: 'The account is switched off' },
    account_exists: { status: 409, title: 'The account is here already' },
    window_closed: { status: 409, title: 'The 24-hour window is closed' },
    opted_out: { status: 409, title: 'The contact wants no offers' },
    contact_blocked: { status: 409, title: 'The contact is blocked' },
    conflict: { status: 409, title: 'This does not go with how things are now' },
    payload_too_large: { status: 413, title: 'The body is too large' },
    unsupported_media_type: { status: 415, title: 'The body must be JSON' },
    invalid_number: { status: 422, title: 'This is not a phone number' },
    message_too_long: { status: 422, title: 'The message is too long' },
    file_refused: { status: 422, title: 'The file can’t be sent' },
    idempotency_mismatch: { status: 422, title: 'The Idempotency-Key was used for something else' },
    too_many_requests: { status: 429, title: 'Too many requests' },
    internal: { status: 500, title: 'Something went wrong inside Frontdesk' },
    graph_refused: { status: 502, title: 'Meta refused' },
    secret_store: { status: 503, title: 'A secret can’t be opened' },
    disconnected: { status: 503, title: 'Not connected' },
    graph_unreachable: { status: 503, title: 'Meta can’t be reached' },
  };

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Programs go by `code`, people by `detail`.' });

export type ProblemBody = z.output<typeof problemSchema>;
export type FieldError = NonNullable<ProblemBody['errors']>[number];

interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way out. `detail` says what happened, why, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;

  constructor(code: ProblemCode, detail: string, { errors, headers = {} }: ProblemExtras = {}) {
    super(detail);
    const { status, title } = PROBLEMS[code];
    this.status = status;
    this.headers = headers;
    this.body = {
      type: `urn:frontdesk:problem:${code}`,
      title,
      status,
      detail,
      code,
      ...(errors === undefined ? {} : { errors: [...errors] }),
    };
  }
}

/** Undefined for errors that nobody foresaw: those are the log's, not the caller's. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof FrontdeskError) return new Problem(error.code, error.message);
  return undefined;
}

/** A refusal that names one field of the request. */
export function badField(path: string, message: string): Problem {
  return new Problem('bad_input', `${path}: ${message}`, { errors: [{ path, message }] });
}

/** A refusal that names every field that is wrong, unknown ones too. */
export function badFields(error: z.ZodError): Problem {
  const errors = error.issues.flatMap((issue): FieldError[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys')
      return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'Unknown field' }));
  });
  const words = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new Problem('bad_input', words.join('; '), { errors });
}
