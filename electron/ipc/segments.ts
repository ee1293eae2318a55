import type { Clock } from '../clock.ts';
import {
  bringBackSegment,
  changeSegment,
  createSegment,
  deleteSegment,
} from '../segments/segment-book.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { listSegments } from '../store/segments.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

type SegmentCommand =
  | 'segments.list'
  | 'segments.choices'
  | 'segments.create'
  | 'segments.change'
  | 'segments.delete'
  | 'segments.restore'
  | 'segments.preview';

const NOTHING_TO_CHOOSE = { fields: [], campaigns: [], languages: [] };

export function segmentHandlers(deps: Deps): Pick<Handlers, SegmentCommand> {
  const { store, reader, clock } = deps;
  return {
    'segments.list': () => listSegments(store),
    'segments.choices': async () =>
      (await reader.ask({ name: 'segmentChoices' })) ?? NOTHING_TO_CHOOSE,
    'segments.create': (segment) => createSegment(deps, segment),
    'segments.change': ({ segmentId, ...change }) => changeSegment(deps, segmentId, change),
    'segments.delete': ({ segmentId }) => deleteSegment(deps, segmentId),
    'segments.restore': ({ segmentId }) => bringBackSegment(deps, segmentId),
    'segments.preview': async ({ rules }) => {
      const input = { rules, now: clock() };
      return (await reader.ask({ name: 'previewSegment', input }, 'segments.preview')) ?? null;
    },
  };
}
