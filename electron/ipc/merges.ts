import type { Clock } from '../clock.ts';
import { requireContact } from '../people/contact-book.ts';
import { mergeHistory, mergePeople, previewMerge } from '../people/merge-people.ts';
import { undoMerge } from '../people/undo-merge.ts';
import { forgetRefusal, refuseMerge } from '../store/merge-refusals.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

type MergeCommand =
  | 'merges.suggestions'
  | 'merges.preview'
  | 'merges.merge'
  | 'merges.dismiss'
  | 'merges.history'
  | 'merges.undo';

export function mergeHandlers(deps: Deps): Pick<Handlers, MergeCommand> {
  const { store, reader, clock } = deps;
  return {
    'merges.suggestions': async () =>
      (await reader.ask({ name: 'suggestMerges' }, 'merges.suggestions')) ?? null,
    'merges.preview': ({ contactIds }) => previewMerge(store, ...contactIds),
    'merges.merge': ({ contactIds }) => mergePeople(deps, ...contactIds),
    'merges.dismiss': ({ contactIds, areTwo }) => {
      store.write((tx) => {
        for (const id of contactIds) requireContact(tx, id);
        if (areTwo) refuseMerge(tx, ...contactIds, clock());
        else forgetRefusal(tx, ...contactIds);
      });
      return null;
    },
    'merges.history': ({ before, limit }) => mergeHistory(store, before, limit),
    'merges.undo': ({ mergeId }) => undoMerge(deps, mergeId),
  };
}
