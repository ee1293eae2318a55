import type { Clock } from '../clock.ts';
import { bringBackLabel, changeLabel, createLabel, deleteLabel } from '../labels/label-book.ts';
import { labelChats } from '../labels/label-chats.ts';
import { listLabels } from '../store/labels.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

type LabelCommand =
  | 'labels.list'
  | 'labels.counts'
  | 'labels.create'
  | 'labels.change'
  | 'labels.delete'
  | 'labels.restore'
  | 'labels.put';

export function labelHandlers(deps: Deps): Pick<Handlers, LabelCommand> {
  return {
    'labels.list': () => listLabels(deps.store),
    'labels.counts': async () => (await deps.reader.ask({ name: 'countLabels' })) ?? [],
    'labels.create': (label) => createLabel(deps, label),
    'labels.change': ({ labelId, ...change }) => changeLabel(deps, labelId, change),
    'labels.delete': ({ labelId }) => deleteLabel(deps, labelId),
    'labels.restore': ({ labelId }) => bringBackLabel(deps, labelId),
    'labels.put': (labelling) => labelChats(deps, labelling),
  };
}
