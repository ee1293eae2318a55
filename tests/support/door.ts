import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';

const answer = z.object({ id: z.int(), result: z.unknown() });

/** The page's line to the core, without a page: what a tab of the app sends and hears. */
export interface Door {
  invoke(command: string, input: object): Promise<unknown>;
  /** Every frame that came so far, as text. */
  readonly heard: readonly string[];
  close(): void;
}

/** @param ui the address of the ready line, with its token */
export async function openDoor(ui: string): Promise<Door> {
  const { host, origin, searchParams } = new URL(ui);
  const token = searchParams.get('token') ?? '';
  const socket = new WebSocket(`ws://${host}/ws`, ['frontdesk', token], { origin });
  await once(socket, 'open');
  const heard: string[] = [];
  const waiting = new Map<number, (result: unknown) => void>();
  let serial = 0;
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    heard.push(text);
    const frame = answer.safeParse(JSON.parse(text));
    if (!frame.success) return;
    waiting.get(frame.data.id)?.(frame.data.result);
    waiting.delete(frame.data.id);
  });
  return {
    heard,
    invoke(command, input) {
      serial += 1;
      const id = serial;
      socket.send(JSON.stringify({ id, command, input }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close: () => socket.close(),
  };
}
