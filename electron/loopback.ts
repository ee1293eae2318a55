import { once } from 'node:events';
import type { Server } from 'node:http';
import { FrontdeskError } from '#shared/errors.ts';

/** So many ports after a taken default are tried. */
const MOVES = 100;

export interface PortChoice {
  /** 0 takes any free one. */
  readonly port: number;
  /** Nobody asked for this very port. */
  readonly isDefault: boolean;
}

/**
 * Listens on 127.0.0.1 and gives the port. A default that is taken moves on to the next free one;
 * a port given by hand that is taken throws a `FrontdeskError` (conflict).
 */
export async function listenOnLoopback(server: Server, choice: PortChoice): Promise<number> {
  const last = choice.isDefault && choice.port !== 0 ? choice.port + MOVES : choice.port;
  for (let port = choice.port; port <= last; port += 1) {
    const listening = await tryListen(server, port);
    if (listening !== undefined) return listening;
  }
  throw new FrontdeskError(
    'conflict',
    `Port ${choice.port} is taken by another program. End that program, give another port, or 0 for any free one.`,
  );
}

async function tryListen(server: Server, port: number): Promise<number | undefined> {
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
