import { fieldAt, textAt } from '#shared/json-fields.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { Graph, GraphTarget } from './client.ts';
import { GraphError } from './failure.ts';
import { transportFailure } from './transport-failure.ts';
import { readRetryAfter } from './retry-after.ts';

/** What Meta says about a file that it keeps. Source: meta-platform §1.7. */
export interface MediaDescription {
  /** Opens the file for five minutes, to the same token. */
  readonly url: string;
  readonly mimeType: string | null;
  /** In hex or base64. */
  readonly sha256: string | null;
  readonly bytes: number | null;
}

/** Throws GraphError. Source: meta-platform §1.7. */
export async function describeMedia(
  graph: Graph,
  target: GraphTarget,
  mediaId: string,
): Promise<MediaDescription> {
  const path = encodeURIComponent(mediaId);
  const answer = await graph.get(target, path, { phone_number_id: target.phoneNumberId });
  const url = textAt(answer, 'url');
  if (url === undefined) {
    throw new GraphError({ kind: 'ambiguous', reason: 'Meta’s answer names no address.' });
  }
  return {
    url,
    mimeType: textAt(answer, 'mime_type') ?? null,
    sha256: textAt(answer, 'sha256') ?? null,
    bytes: readSize(fieldAt(answer, 'file_size')),
  };
}

/** Meta writes the size as text. */
function readSize(size: unknown): number | null {
  const bytes = typeof size === 'string' || typeof size === 'number' ? Number(size) : NaN;
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
}

/** Where Meta keeps files. Source: meta-platform §1.7. */
const META_HOSTS = ['fbsbx.com', 'fbcdn.net', 'graph.facebook.com'] as const;

/** Whether the token may be shown to this address: only Meta's own hosts, and only encrypted. */
export function isMediaAddress(address: string, baseUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === new URL(baseUrl).origin) return true;
  const isMetas = META_HOSTS.some(
    (host) => url.hostname === host || url.hostname.endsWith(`.${host}`),
  );
  return url.protocol === 'https:' && url.port === '' && isMetas;
}

const MAX_HOPS = 3;

/**
 * Opens a file under the address that `describeMedia` gave; the body is not read yet. A redirect is
 * followed only to another of Meta's hosts.
 *
 * @throws FrontdeskError `graph_refused` when the address is not Meta's; GraphError otherwise
 */
export async function openMedia(
  { fetch, clock }: { readonly fetch: typeof globalThis.fetch; readonly clock: () => number },
  target: GraphTarget,
  address: string,
  signal: AbortSignal,
): Promise<Response> {
  let next = address;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    if (!isMediaAddress(next, target.baseUrl)) throw strangeAddress(next);
    const response = await request(fetch, target, next, signal);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = URL.canParse(location, next) ? new URL(location, next).href : location;
      continue;
    }
    if (response.ok) return response;
    await response.body?.cancel();
    throw new GraphError({
      kind: 'refused',
      status: response.status,
      code: null,
      subcode: null,
      title: `Meta’s file server answered HTTP ${response.status}`,
      details: null,
      isTransient: true,
      retryAfterMs: readRetryAfter(response.headers, clock()),
      fbtraceId: null,
    });
  }
  throw new GraphError({ kind: 'ambiguous', reason: 'Meta sends the download in circles.' });
}

async function request(
  fetch: typeof globalThis.fetch,
  target: GraphTarget,
  url: string,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(url, {
      signal,
      redirect: 'manual',
      headers: { authorization: `Bearer ${target.accessToken}`, 'user-agent': 'Frontdesk' },
    });
  } catch (error) {
    throw new GraphError(transportFailure(error), { cause: error });
  }
}

function strangeAddress(address: string): FrontdeskError {
  const host = URL.canParse(address) ? new URL(address).host : 'an unreadable address';
  return new FrontdeskError(
    'graph_refused',
    `The file is said to lie at ${host}, which is not Meta’s. It was not opened, so that nobody else sees your access token.`,
  );
}
