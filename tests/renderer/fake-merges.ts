import { asId } from '#shared/ids.ts';
import type { Handlers } from './fake-bridge.ts';

type MergeHandlers = Pick<Handlers, Extract<keyof Handlers, `merges.${string}`>>;

const SIDE = {
  name: 'Ana Silva',
  phones: [],
  username: null,
  email: null,
  labels: [],
  chats: 1,
  messages: 3,
  notes: '',
  consent: null,
  isOptedOut: false,
  isBlocked: false,
  createdAt: 1,
};

/** A world in which everybody is somebody else, and any two can be made one. */
export const mergeHandlers: MergeHandlers = {
  'merges.suggestions': () => ({ suggestions: [], total: 0 }),
  'merges.preview': ({ contactIds: [a, b] }) => ({
    contactIds: [asId(a), asId(b)],
    people: [SIDE, SIDE],
    together: SIDE,
    refusal: null,
  }),
  'merges.merge': ({ contactIds: [a] }) => ({ mergeId: asId(1), contactId: asId(a) }),
  'merges.dismiss': () => null,
  'merges.history': () => [],
  'merges.undo': () => [asId(1), asId(2)],
};
