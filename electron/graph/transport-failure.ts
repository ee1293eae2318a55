import type { GraphFailure } from './failure.ts';

/** Errors that can only happen before a connection stands, so before anything was written. */
const BEFORE_CONNECTION: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * Reads why `fetch` threw. Only what is known to happen before a connection stands counts as not
 * reached; a reset, a timeout or anything unheard of may have come after the request was written.
 */
export function transportFailure(error: unknown): GraphFailure {
  const causes = causesOf(error);
  if (causes.length > 0 && causes.every(isBeforeConnection)) {
    return { kind: 'not_reached', reason: `Meta could not be reached (${describe(causes)}).` };
  }
  return {
    kind: 'ambiguous',
    reason: `The connection to Meta broke before an answer came (${describe(causes)}).`,
  };
}

/** The innermost errors: fetch wraps the socket's error, and several addresses fail as a group. */
function causesOf(error: unknown): readonly unknown[] {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap(causesOf);
  }
  if (error instanceof Error && error.cause !== undefined) return causesOf(error.cause);
  return [error];
}

function isBeforeConnection(error: unknown): boolean {
  return BEFORE_CONNECTION.has(codeOf(error)) || textOf(error, 'syscall') === 'connect';
}

function describe(causes: readonly unknown[]): string {
  return [...new Set(causes.map((cause) => codeOf(cause) || nameOf(cause)))].join(', ');
}

function codeOf(error: unknown): string {
  return textOf(error, 'code');
}

function textOf(error: unknown, key: 'code' | 'syscall'): string {
  if (typeof error !== 'object' || error === null || !(key in error)) return '';
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
