import type { SegmentPreview } from '#shared/models/segment.ts';
import { pageContacts } from './contact-list.ts';
import { countSegment } from './segment-query.ts';
import type { SegmentQuestion } from './segment-query.ts';
import type { Reader } from './store.ts';

const SAMPLE = 8;

/** How many pass, and some of them to look at. */
export function previewSegment(db: Reader, question: SegmentQuestion): SegmentPreview {
  const count = countSegment(db, question);
  if (count === 0) return { count, sample: [] };
  const { contacts } = pageContacts(db, {
    text: null,
    order: 'latest_message',
    labelId: null,
    optedOut: null,
    isBlocked: null,
    language: null,
    phonePrefix: null,
    segment: question,
    cursor: null,
    limit: SAMPLE,
  });
  return { count, sample: contacts };
}
