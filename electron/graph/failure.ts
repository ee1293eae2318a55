/**
 * How a request to Meta failed. For anything that sends, the difference decides whether it may be
 * tried again: `ambiguous` may have been carried out.
 */
export type GraphFailure = Refused | NotReached | Ambiguous;

/** Meta answered, and the answer was no: nothing was done. */
export interface Refused {
  readonly kind: 'refused';
  /** HTTP status. */
  readonly status: number;
  /** Meta's code; null when something before Meta answered without the error envelope. */
  readonly code: number | null;
  readonly subcode: number | null;
  readonly title: string;
  readonly details: string | null;
  /** Meta's own word that trying again may help. */
  readonly isTransient: boolean;
  /** How long Meta asks to wait, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;
  /** Meta's own name for the refusal, which its support asks for. */
  readonly fbtraceId: string | null;
}

/** The request surely never arrived: no network, no such host, connection refused, bad certificate. */
export interface NotReached {
  readonly kind: 'not_reached';
  readonly reason: string;
}

/** The request may have arrived, and no readable answer came back. */
export interface Ambiguous {
  readonly kind: 'ambiguous';
  readonly reason: string;
}

export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly failure: GraphFailure;

  constructor(failure: GraphFailure, options?: ErrorOptions) {
    super(sentence(failure), options);
    this.failure = failure;
  }
}

function sentence(failure: GraphFailure): string {
  if (failure.kind !== 'refused') return failure.reason;
  const code = failure.code === null ? `HTTP ${failure.status}` : `error ${failure.code}`;
  const details = failure.details === null ? '' : `: ${failure.details}`;
  return `Meta refused with ${code} (${failure.title})${details}`;
}
