import type { Core } from '#electron/core.ts';
import type { EventEnvelope } from '#shared/events.ts';

/** A core that echoes every command and tells the events that a test hands it. */
export interface FakeCore extends Pick<
  Core,
  'router' | 'subscribe' | 'media' | 'previews' | 'files'
> {
  tell(event: EventEnvelope): void;
}

export function createFakeCore(): FakeCore {
  const listeners = new Set<(event: EventEnvelope) => void>();
  return {
    router: {
      handle: (command, input) => Promise.resolve({ ok: true, data: { command, input } }),
    },
    media: {
      answer: () => Promise.resolve({ status: 404, headers: {}, open: null }),
      find: () => undefined,
    },
    previews: {
      answer: () => Promise.resolve({ status: 404, headers: {}, open: null }),
      take: () => Promise.resolve(404),
    },
    files: {
      take: () =>
        Promise.resolve({ ok: false, error: { code: 'not_found', message: 'No such chat.' } }),
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(event) {
      for (const listener of listeners) listener(event);
    },
  };
}

export function accountsChanged(seq: number): EventEnvelope {
  return { seq, name: 'accounts.changed', payload: {} };
}
