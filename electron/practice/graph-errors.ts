import type { JsonObject } from '#shared/json.ts';
import { KNOWN_ERRORS } from './known-errors.ts';

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
  const known = KNOWN_ERRORS[code];
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
  const title = KNOWN_ERRORS[code]?.title ?? 'An error occurred';
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
