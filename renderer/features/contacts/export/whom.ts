import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId, SegmentId } from '#shared/ids.ts';
import type { ExportChoice } from '#shared/models/contact-export.ts';

/** What the choice in the form means; undefined: it is none. */
export function readWhom(whom: string, contactIds: readonly ContactId[]): ExportChoice | undefined {
  if (whom === 'contacts') return { kind: 'contacts', contactIds };
  if (whom === 'all' || whom === 'opted_out') return { kind: whom };
  const [, kind, id] = /^(label|segment):(\d+)$/.exec(whom) ?? [];
  if (kind === 'label') return { kind, labelId: asId<LabelId>(Number(id)) };
  if (kind === 'segment') return { kind, segmentId: asId<SegmentId>(Number(id)) };
  return undefined;
}
