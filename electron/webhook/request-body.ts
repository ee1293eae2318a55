import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  /** Longer than asked for. The rest is still read and dropped, so that the sender hears the answer. */
  | { readonly kind: 'too_large' }
  /** The sender went away. */
  | { readonly kind: 'aborted' };

/** Bytes of bodies that are being read at this moment, over all connections. */
export interface MemoryBudget {
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function createMemoryBudget(limit: number): MemoryBudget {
  let used = 0;
  return {
    take(bytes) {
      if (used + bytes > limit) return false;
      used += bytes;
      return true;
    },
    giveBack(bytes) {
      used -= bytes;
    },
  };
}

/** Reads a body of at most `limit` bytes, and only while all bodies together fit into the budget. */
export function readBody(
  request: IncomingMessage,
  limit: number,
  budget: MemoryBudget,
): Promise<Body | { readonly kind: 'no_room' }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isRefused = Number(request.headers['content-length'] ?? 0) > limit;

    function refuse(kind: 'too_large' | 'no_room'): void {
      isRefused = true;
      chunks.length = 0;
      resolve({ kind });
    }

    if (isRefused) refuse('too_large');
    request.on('data', (chunk: Buffer) => {
      if (isRefused) return;
      if (size + chunk.length > limit) return refuse('too_large');
      if (!budget.take(chunk.length)) return refuse('no_room');
      size += chunk.length;
      chunks.push(chunk);
    });
    request.on('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }));
    request.on('error', () => resolve({ kind: 'aborted' }));
    request.on('close', () => {
      budget.giveBack(size);
      resolve({ kind: 'aborted' });
    });
  });
}
