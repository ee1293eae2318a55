import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKey } from '../store/api-keys.ts';
import { Problem } from './problem.ts';
import type { RateLimiter } from './rate.ts';
import type { Scope } from './scope.ts';
import { mayDo } from './scope.ts';

/**
 * A page that the owner visits may call 127.0.0.1 too, by its own name for it (DNS rebinding) or
 * across origins. Neither gets anywhere, whatever it carries. Throws Problem `forbidden`.
 */
export function refuseStrangers(headers: IncomingHttpHeaders, port: number): void {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host?.toLowerCase() ?? '';
  if (!ours.includes(host)) {
    throw new Problem('forbidden', `This API answers to ${ours.join(' and ')} only.`);
  }
  const { origin } = headers;
  if (origin !== undefined && !ours.some((own) => origin.toLowerCase() === `http://${own}`)) {
    throw new Problem('forbidden', 'Web pages can’t use this API; programs on this computer can.');
  }
}

interface Dependencies {
  readonly recognise: (key: string) => ApiKey | undefined;
  readonly limiter: RateLimiter<ApiKey['id']>;
}

/** The key of a request that may do this. Throws Problem `unauthorized`, `forbidden` or `too_many_requests`. */
export function admit(
  { recognise, limiter }: Dependencies,
  headers: IncomingHttpHeaders,
  scope: Scope,
): ApiKey {
  const key = presentedKey(headers);
  const apiKey = key === undefined ? undefined : recognise(key);
  if (apiKey === undefined) {
    throw new Problem(
      'unauthorized',
      key === undefined
        ? 'Send an API key as X-API-Key or as Authorization: Bearer.'
        : 'This API key is not known, or was revoked.',
      { headers: { 'www-authenticate': 'Bearer realm="Frontdesk"' } },
    );
  }
  const wait = limiter.secondsToWait(apiKey.id);
  if (wait > 0) {
    throw new Problem('too_many_requests', `The key “${apiKey.name}” asks too often. Slow down.`, {
      headers: { 'retry-after': String(wait) },
    });
  }
  if (!mayDo(apiKey.scopes, scope)) {
    throw new Problem(
      'forbidden',
      `The key “${apiKey.name}” has the scopes ${apiKey.scopes.join(', ')}; this needs ${scope}.`,
    );
  }
  return apiKey;
}

function presentedKey(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-api-key'];
  if (typeof given === 'string' && given !== '') return given;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
