import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '#electron/loopback.ts';

const servers: Server[] = [];

function server(): Server {
  const created = createServer();
  servers.push(created);
  return created;
}

afterEach(() => {
  for (const open of servers.splice(0)) open.close();
});

describe('a port on the loopback', () => {
  it('is any free one for 0, and never leaves this machine', async () => {
    const open = server();
    const port = await listenOnLoopback(open, { port: 0, isDefault: false });
    expect(port).toBeGreaterThan(0);
    expect(open.address()).toMatchObject({ address: '127.0.0.1', port });
  });

  it('moves on to the next one when it is a default that is taken', async () => {
    const taken = await listenOnLoopback(server(), { port: 0, isDefault: false });
    const port = await listenOnLoopback(server(), { port: taken, isDefault: true });
    expect(port).toBeGreaterThan(taken);
  });

  it('is refused in words when it was given by hand and is taken', async () => {
    const taken = await listenOnLoopback(server(), { port: 0, isDefault: false });
    await expect(listenOnLoopback(server(), { port: taken, isDefault: false })).rejects.toThrow(
      `Port ${taken} is taken by another program.`,
    );
  });
});
