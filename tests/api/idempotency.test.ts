import { describe, expect, it } from 'vitest';
import { mintApiKey } from '#electron/api/api-key.ts';
import { createIdempotency, markedRequest } from '#electron/api/idempotency.ts';
import type { Answer } from '#electron/api/route.ts';
import type { Json } from '#shared/json.ts';
import { memoryStore } from '../support/store.ts';

const clock = () => 1_700_000_000_000;

describe('a request with an Idempotency-Key', () => {
  it('does not run while the same one runs, but waits for its answer', async () => {
    const { once, request } = setUp();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    let runs = 0;
    const work = () => {
      runs += 1;
      return promise;
    };
    const both = Promise.all([once(request({ a: 1 }), work), once(request({ a: 1 }), work)]);
    resolve({ status: 202, json: '{"id":1}' });
    expect(await both).toEqual([
      { status: 202, json: '{"id":1}' },
      { status: 202, json: '{"id":1}' },
    ]);
    expect(runs).toBe(1);
  });

  it('is not run again after an error that nobody foresaw', async () => {
    const { once, request } = setUp();
    await expect(once(request(1), () => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
    await expect(once(request(1), () => Promise.resolve(DONE))).rejects.toMatchObject({
      body: { code: 'conflict' },
    });
  });

  it('is the same whatever the order of its fields, and another with another path', () => {
    const { request } = setUp();
    const one = request({ a: [1, { x: 1, y: null }], b: 'é' });
    expect(request({ b: 'é', a: [1, { y: null, x: 1 }] })).toEqual(one);
    expect(request({ a: [{ x: 1, y: null }, 1], b: 'é' })).not.toEqual(one);
    expect(request({ a: [1, { x: 1, y: null }], b: 'é' }, '/other')).not.toEqual(one);
  });
});

const DONE: Answer = { status: 202, json: '{}' };

function setUp() {
  const store = memoryStore();
  const { apiKey } = mintApiKey({ store, clock }, { name: 'test', scopes: ['send'] });
  const idempotency = createIdempotency({ store, clock });
  return {
    once: (...args: Parameters<typeof idempotency.once>) => idempotency.once(...args),
    request: (body: Json, path = '/messages') => {
      const marked = markedRequest('key-1', apiKey.id, path, body);
      if (marked === null) throw new Error('The header was overlooked.');
      return marked;
    },
  };
}
