import { EVENT_NAMES } from '#shared/events.ts';
import type { EventEnvelope, EventName, Events } from '#shared/events.ts';

type Listeners = { readonly [E in EventName]: Set<(payload: Events[E]) => void> };

/** Who waits for which event, on the renderer's side of either wire. */
export interface EventListeners {
  /** Returns the function that ends the subscription. Refuses names that are no event of ours. */
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  deliver<E extends EventName>(name: E, payload: Events[E]): void;
}

export function createEventListeners(): EventListeners {
  const listeners: Listeners = {
    'chats.changed': new Set(),
    'contacts.changed': new Set(),
    'messages.changed': new Set(),
    'messages.arrived': new Set(),
    'accounts.changed': new Set(),
    'preferences.changed': new Set(),
    'upload.progress': new Set(),
    'labels.changed': new Set(),
    'imports.changed': new Set(),
    'templates.changed': new Set(),
    'notes.changed': new Set(),
    'blocks.changed': new Set(),
    'segments.changed': new Set(),
    resync: new Set(),
  };
  return {
    on(name, listener) {
      if (!isEventName(name)) throw new TypeError('Frontdesk has no such event.');
      // A listener may be given twice, and each subscription ends by itself.
      const own: typeof listener = (payload) => listener(payload);
      listeners[name].add(own);
      return () => listeners[name].delete(own);
    },
    deliver(name, payload) {
      for (const listener of listeners[name]) listener(payload);
    },
  };
}

/** An envelope as our own core wrote it: the payload is as good as the name and the number. */
export function isEventEnvelope(value: unknown): value is EventEnvelope {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seq' in value &&
    Number.isSafeInteger(value.seq) &&
    'name' in value &&
    isEventName(value.name) &&
    'payload' in value &&
    typeof value.payload === 'object' &&
    value.payload !== null
  );
}

function isEventName(name: unknown): name is EventName {
  return EVENT_NAMES.some((known) => known === name);
}
