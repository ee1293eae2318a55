import type { JsonObject } from '#shared/json.ts';

/** An answer in Meta's error envelope. Source: meta-platform §1.1. */
export interface Refusal {
  readonly ok: false;
  readonly httpStatus: number;
  readonly code: number;
  readonly message: string;
  readonly type: 'OAuthException' | 'GraphMethodException';
  readonly details: string | null;
  readonly subcode: number | null;
  readonly isTransient: boolean;
}

interface KnownError {
  readonly httpStatus: number;
  readonly title: string;
  readonly isTransient?: true;
}

/** Titles as Meta words them; behaviour must never depend on them. Source: meta-platform §4. */
const KNOWN: Readonly<Record<number, KnownError>> = {
  0: { httpStatus: 401, title: 'AuthException' },
  1: { httpStatus: 500, title: 'An unknown error occurred', isTransient: true },
  2: { httpStatus: 503, title: 'Service temporarily unavailable', isTransient: true },
  3: { httpStatus: 500, title: 'Capability or permissions issue' },
  4: { httpStatus: 429, title: 'Application request limit reached', isTransient: true },
  10: { httpStatus: 403, title: 'Application does not have permission for this action' },
  33: { httpStatus: 400, title: 'Parameter value is not valid' },
  100: { httpStatus: 400, title: 'Invalid parameter' },
  104: { httpStatus: 401, title: 'An access token is required to request this resource.' },
  190: { httpStatus: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  200: { httpStatus: 403, title: 'Permissions error' },
  368: { httpStatus: 403, title: 'Temporarily blocked for policies violations' },
  803: { httpStatus: 404, title: 'Some of the aliases you requested do not exist' },
  2500: { httpStatus: 404, title: 'Unknown path components' },
  80007: { httpStatus: 429, title: 'Rate limit issues' },
  130403: { httpStatus: 403, title: 'User blocked' },
  130429: { httpStatus: 429, title: 'Rate limit hit' },
  130472: { httpStatus: 400, title: "User's number is part of an experiment" },
  131000: { httpStatus: 500, title: 'Something went wrong' },
  131005: { httpStatus: 403, title: 'Access denied' },
  131008: { httpStatus: 400, title: 'Required parameter is missing' },
  131009: { httpStatus: 400, title: 'Parameter value is not valid' },
  131016: { httpStatus: 500, title: 'Service unavailable', isTransient: true },
  131021: { httpStatus: 400, title: 'Recipient cannot be sender' },
  131026: { httpStatus: 400, title: 'Message undeliverable' },
  131031: { httpStatus: 403, title: 'Business Account locked' },
  131042: { httpStatus: 400, title: 'Business eligibility payment issue' },
  131047: { httpStatus: 400, title: 'Re-engagement message' },
  131048: { httpStatus: 429, title: 'Spam rate limit hit' },
  131049: {
    httpStatus: 400,
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
  },
  131050: { httpStatus: 400, title: 'Marketing messages stopped by the user' },
  131051: { httpStatus: 400, title: 'Unsupported message type' },
  131052: { httpStatus: 400, title: 'Media download error' },
  131053: { httpStatus: 400, title: 'Media upload error' },
  131056: { httpStatus: 429, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { httpStatus: 503, title: 'Account in maintenance mode', isTransient: true },
  132000: { httpStatus: 400, title: 'Template Param Count Mismatch' },
  132001: { httpStatus: 404, title: 'Template does not exist' },
  132015: { httpStatus: 400, title: 'Template is paused' },
  132016: { httpStatus: 400, title: 'Template is disabled' },
  139101: { httpStatus: 400, title: 'Block list limit reached' },
  139102: { httpStatus: 400, title: 'Block list concurrent update' },
  139103: { httpStatus: 500, title: 'Block list internal error', isTransient: true },
  133010: { httpStatus: 400, title: 'Phone number not registered' },
};

export function refuse(
  code: number,
  details: string | null = null,
  extra: {
    readonly subcode?: number;
    readonly httpStatus?: number;
    readonly message?: string;
    readonly type?: Refusal['type'];
  } = {},
): Refusal {
  const known = KNOWN[code];
  return {
    ok: false,
    httpStatus: extra.httpStatus ?? known?.httpStatus ?? 400,
    code,
    message: extra.message ?? `(#${code}) ${known?.title ?? 'An error occurred'}`,
    type: extra.type ?? 'OAuthException',
    details,
    subcode: extra.subcode ?? null,
    isTransient: known?.isTransient === true,
  };
}

/** What Meta says of an id that is not there or that the token may not see. Source: meta-platform §4.1 (33). */
export function unknownObject(method: string, id: string): Refusal {
  if (!/^\d+$/.test(id)) return refuse(803, null, { message: aliasMessage(id) });
  return refuse(100, null, {
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  });
}

export function errorEnvelope(refusal: Refusal, traceId: string): JsonObject {
  return {
    error: {
      message: refusal.message,
      type: refusal.type,
      code: refusal.code,
      ...(refusal.details !== null && {
        error_data: { messaging_product: 'whatsapp', details: refusal.details },
      }),
      ...(refusal.subcode !== null && { error_subcode: refusal.subcode }),
      ...(refusal.isTransient && { is_transient: true }),
      fbtrace_id: traceId,
    },
  };
}

/** The `errors[]` entry of a `failed` status. Source: meta-platform §2.5. */
export function statusError(code: number, details: string): JsonObject {
  const title = KNOWN[code]?.title ?? 'An error occurred';
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}

function aliasMessage(id: string): string {
  return `(#803) Some of the aliases you requested do not exist: ${id}`;
}
