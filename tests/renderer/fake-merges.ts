import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import type { MergeRecord, MergeSuggestion } from '#shared/models/merge.ts';
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

const PAIR: readonly [ContactId, ContactId] = [asId(1), asId(2)];

/** A world in which contacts 1 and 2 may be one person, until somebody decides. */
export function mergeHandlers(): MergeHandlers {
  let isDecided = false;
  let history: readonly MergeRecord[] = [];

  const suggestion: MergeSuggestion = {
    contactIds: PAIR,
    names: ['Ana Silva', 'ana silva'],
    reason: { kind: 'name', name: 'Ana Silva' },
  };
  const record: MergeRecord = {
    id: asId(1),
    keptId: PAIR[0],
    goneId: PAIR[1],
    names: suggestion.names,
    mergedBy: 'owner',
    at: 1,
    undoneAt: null,
    refusal: null,
  };

  return {
    'merges.suggestions': () =>
      isDecided ? { suggestions: [], total: 0 } : { suggestions: [suggestion], total: 1 },
    'merges.preview': () => ({
      contactIds: PAIR,
      people: [SIDE, SIDE],
      together: SIDE,
      refusal: null,
    }),
    'merges.merge': () => {
      isDecided = true;
      history = [record];
      return { mergeId: record.id, contactId: record.keptId };
    },
    'merges.dismiss': ({ areTwo }) => {
      isDecided = areTwo;
      return null;
    },
    'merges.history': () => history,
    'merges.undo': () => {
      history = history.map((each) => ({ ...each, undoneAt: 2 }));
      return PAIR;
    },
  };
}
