import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLine } from '#electron/host/browser/bridge/line.ts';
import type { Line, SocketHandlers } from '#electron/host/browser/bridge/line.ts';
import { createEventListeners } from '#electron/host/event-listeners.ts';

interface FakeSocket {
  readonly handlers: SocketHandlers;
  readonly sent: string[];
  isClosed: boolean;
}

function openTestLine() {
  const sockets: FakeSocket[] = [];
  const heard: string[] = [];
  const listeners = createEventListeners();
  listeners.on('resync', () => heard.push('resync'));
  listeners.on('accounts.changed', () => heard.push('accounts.changed'));
  const line = openLine({
    listeners,
    openSocket(handlers) {
      const socket: FakeSocket = { handlers, sent: [], isClosed: false };
      sockets.push(socket);
      return {
        send: (frame) => socket.sent.push(frame),
        close: () => {
          socket.isClosed = true;
        },
      };
    },
  });
  return { line, sockets, heard };
}

function last(sockets: readonly FakeSocket[]): FakeSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error('The line never opened a socket.');
  return socket;
}

function receiveEvent(socket: FakeSocket, seq: number): void {
  socket.handlers.received(
    JSON.stringify({ event: { seq, name: 'accounts.changed', payload: {} } }),
  );
}

function answer(socket: FakeSocket, id: number, data: unknown): void {
  socket.handlers.received(JSON.stringify({ id, result: { ok: true, data } }));
}

async function ask(line: Line) {
  return await line.invoke('app.status', {});
}

describe('the line between a browser and the core', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps calls until it is open, then sends them in order', () => {
    const { line, sockets } = openTestLine();
    void line.invoke('app.status', {});
    void line.invoke('preferences.get', {});
    expect(last(sockets).sent).toEqual([]);
    last(sockets).handlers.opened();
    expect(last(sockets).sent).toEqual([
      '{"id":1,"command":"app.status","input":{}}',
      '{"id":2,"command":"preferences.get","input":{}}',
    ]);
  });

  it('gives each call its own answer, whatever order they come in', async () => {
    const { line, sockets } = openTestLine();
    last(sockets).handlers.opened();
    const calls = [ask(line), ask(line)];
    answer(last(sockets), 2, 'second');
    answer(last(sockets), 1, 'first');
    expect(await Promise.all(calls)).toEqual([
      { ok: true, data: 'first' },
      { ok: true, data: 'second' },
    ]);
  });

  it('hands on failures with their code, and makes nonsense one', async () => {
    const { line, sockets } = openTestLine();
    last(sockets).handlers.opened();
    const calls = [ask(line), ask(line)];
    const failure = { ok: false, error: { code: 'not_found', message: 'Gone.' } };
    last(sockets).handlers.received(JSON.stringify({ id: 1, result: failure }));
    last(sockets).handlers.received(JSON.stringify({ id: 2, result: { ok: false } }));
    expect(await Promise.all(calls)).toMatchObject([
      failure,
      { ok: false, error: { code: 'internal' } },
    ]);
  });

  it('answers every open call with “disconnected” when it breaks', async () => {
    const { line, sockets } = openTestLine();
    last(sockets).handlers.opened();
    const call = ask(line);
    last(sockets).handlers.closed();
    expect(await call).toMatchObject({ ok: false, error: { code: 'disconnected' } });
    expect(await ask(line)).toMatchObject({ ok: false, error: { code: 'disconnected' } });
  });

  it('does not send a call again that the break already answered', () => {
    const { line, sockets } = openTestLine();
    last(sockets).handlers.opened();
    void ask(line);
    last(sockets).handlers.closed();
    vi.advanceTimersByTime(250);
    last(sockets).handlers.opened();
    expect(last(sockets).sent).toEqual([]);
  });

  it('comes back with growing pauses, and quickly again after a success', () => {
    const { sockets } = openTestLine();
    for (const [failures, pause] of [250, 500, 1_000, 2_000, 5_000, 5_000].entries()) {
      expect(sockets).toHaveLength(failures + 1);
      last(sockets).handlers.closed();
      vi.advanceTimersByTime(pause - 1);
      expect(sockets).toHaveLength(failures + 1);
      vi.advanceTimersByTime(1);
    }
    last(sockets).handlers.opened();
    last(sockets).handlers.closed();
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(8);
  });

  it('asks for a fresh look after a break, not after the first opening', () => {
    const { sockets, heard } = openTestLine();
    last(sockets).handlers.opened();
    expect(heard).toEqual([]);
    last(sockets).handlers.closed();
    vi.advanceTimersByTime(250);
    last(sockets).handlers.opened();
    expect(heard).toEqual(['resync']);
  });

  it('asks for a fresh look when a number is missing between two events', () => {
    const { sockets, heard } = openTestLine();
    last(sockets).handlers.opened();
    receiveEvent(last(sockets), 7);
    receiveEvent(last(sockets), 8);
    expect(heard).toEqual(['accounts.changed', 'accounts.changed']);
    receiveEvent(last(sockets), 10);
    expect(heard.slice(2)).toEqual(['resync', 'accounts.changed']);
  });

  it('starts counting anew with each connection, because the core may have', () => {
    const { sockets, heard } = openTestLine();
    last(sockets).handlers.opened();
    receiveEvent(last(sockets), 500);
    last(sockets).handlers.closed();
    vi.advanceTimersByTime(250);
    last(sockets).handlers.opened();
    receiveEvent(last(sockets), 1);
    expect(heard).toEqual(['accounts.changed', 'resync', 'accounts.changed']);
  });

  it('ignores events it does not know and hangs up on what is no frame', () => {
    const { sockets, heard } = openTestLine();
    last(sockets).handlers.opened();
    last(sockets).handlers.received('{"event":{"seq":1,"name":"toString","payload":{}}}');
    expect(heard).toEqual([]);
    expect(last(sockets).isClosed).toBe(false);
    last(sockets).handlers.received('hello');
    expect(last(sockets).isClosed).toBe(true);
  });
});

describe('listeners', () => {
  it('hear until they end their own subscription', () => {
    const heard: number[] = [];
    const listeners = createEventListeners();
    const listener = () => heard.push(1);
    const endFirst = listeners.on('resync', listener);
    listeners.on('resync', listener);
    listeners.deliver('resync', {});
    endFirst();
    listeners.deliver('resync', {});
    expect(heard).toHaveLength(3);
  });
});
