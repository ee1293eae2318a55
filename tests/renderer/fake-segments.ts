import type { Events, EventName } from '#shared/events.ts';
import { asId } from '#shared/ids.ts';
import type { SegmentId } from '#shared/ids.ts';
import type { Segment } from '#shared/models/segment.ts';
import { segmentRulesSchema } from '#shared/segments/schema.ts';
import type { Handlers } from './fake-bridge.ts';

type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;

type SegmentHandlers = Pick<Handlers, Extract<keyof Handlers, `segments.${string}`>>;

/** Segments in a world where nine people pass a question without rules, and three any other. */
export function segmentHandlers(emit: Emit): SegmentHandlers {
  const kept = new Map<number, Segment>();
  const removed = new Map<number, Segment>();

  function keep(segment: Segment): Segment {
    kept.set(segment.id, segment);
    emit('segments.changed', {});
    return segment;
  }

  return {
    'segments.list': () => [...kept.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    'segments.choices': () => ({ fields: [], campaigns: [], languages: ['pt-BR'] }),
    'segments.create': ({ name, rules }) =>
      keep({
        id: asId<SegmentId>(kept.size + removed.size + 1),
        name,
        rules: segmentRulesSchema.parse(rules),
        createdAt: 0,
        updatedAt: 0,
      }),
    'segments.change': ({ segmentId, name, rules }) => {
      const known = kept.get(segmentId);
      return (
        known &&
        keep({
          ...known,
          name: name ?? known.name,
          rules: rules === undefined ? known.rules : segmentRulesSchema.parse(rules),
        })
      );
    },
    'segments.delete': ({ segmentId }) => {
      const known = kept.get(segmentId);
      if (known !== undefined) removed.set(segmentId, known);
      kept.delete(segmentId);
      emit('segments.changed', {});
      return known;
    },
    'segments.restore': ({ segmentId }) => {
      const known = removed.get(segmentId);
      return known && keep(known);
    },
    'segments.preview': ({ rules }) => ({
      fitting: rules.rules.length === 0 ? 9 : 3,
      all: 9,
      sample: [],
    }),
  };
}
