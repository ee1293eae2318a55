import type { CommandInput, CommandName, CommandOutput } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import { readAnswer } from '../../answer.ts';
import { isEventEnvelope } from '../../event-listeners.ts';
import type { EventListeners } from '../../event-listeners.ts';

export interface Socket {
  send(frame: string): void;
  close(): void;
}

export interface SocketHandlers {
  opened(): void;
  received(frame: string): void;
  /** Also when it never opened. */
  closed(): void;
}

export interface LineDeps {
  readonly openSocket: (handlers: SocketHandlers) => Socket;
  readonly listeners: Pick<EventListeners, 'deliver'>;
}

export interface Line {
  invoke<C extends CommandName>(
    command: C,
    input: CommandInput<C>,
  ): Promise<Result<CommandOutput<C>>>;
}

type State = 'connecting' | 'open' | 'broken';

interface Call {
  readonly frame: string;
  readonly settle: (answer: unknown) => void;
}

const BACKOFF_MS = [250, 500, 1_000, 2_000, 5_000] as const;
const LONGEST_MS = 5_000;

const DISCONNECTED: Result<never> = {
  ok: false,
  error: {
    code: 'disconnected',
    message: 'Frontdesk does not answer. If it was ended, start it again and reload this page.',
  },
};

/**
 * The line between the page and the core. Calls made while it opens wait; when it breaks, every
 * open call is answered with `disconnected`, because nobody knows what became of it. After each
 * break, and after each hole in the numbers of the events, listeners hear `resync`.
 */
export function openLine({ openSocket, listeners }: LineDeps): Line {
  const calls = new Map<number, Call>();
  let state: State = 'connecting';
  let lastCall = 0;
  let lastEvent: number | undefined;
  let failures = 0;
  let wasOpen = false;
  let socket = connect();

  function connect(): Socket {
    state = 'connecting';
    return openSocket({ opened, received, closed });
  }

  function opened(): void {
    state = 'open';
    failures = 0;
    lastEvent = undefined;
    for (const call of calls.values()) socket.send(call.frame);
    if (wasOpen) listeners.deliver('resync', {});
    wasOpen = true;
  }

  function received(frame: string): void {
    const message = parseFrame(frame);
    if ('event' in message) receiveEvent(message.event);
    else if ('id' in message) receiveAnswer(message.id, message.result);
    else socket.close();
  }

  function receiveAnswer(id: number, result: unknown): void {
    calls.get(id)?.settle(result);
    calls.delete(id);
  }

  function receiveEvent(event: unknown): void {
    if (!isEventEnvelope(event)) return;
    const missed = lastEvent !== undefined && event.seq !== lastEvent + 1;
    lastEvent = event.seq;
    if (missed) listeners.deliver('resync', {});
    listeners.deliver(event.name, event.payload);
  }

  function closed(): void {
    state = 'broken';
    for (const call of calls.values()) call.settle(DISCONNECTED);
    calls.clear();
    const wait = BACKOFF_MS[failures] ?? LONGEST_MS;
    failures += 1;
    setTimeout(() => {
      socket = connect();
    }, wait);
  }

  return {
    async invoke(command, input) {
      if (state === 'broken') return DISCONNECTED;
      lastCall += 1;
      const id = lastCall;
      const frame = JSON.stringify({ id, command, input });
      const answer = await new Promise<unknown>((settle) => {
        calls.set(id, { frame, settle });
        if (state === 'open') socket.send(frame);
      });
      return readAnswer(answer);
    },
  };
}

type Frame = { readonly event: unknown } | { readonly id: number; readonly result: unknown };

function parseFrame(text: string): Frame | Record<string, never> {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return {};
  if ('event' in value) return { event: value.event };
  if ('id' in value && typeof value.id === 'number' && 'result' in value) {
    return { id: value.id, result: value.result };
  }
  return {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
