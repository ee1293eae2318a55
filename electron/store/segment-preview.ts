import type { SegmentPreview } from '#shared/models/segment.ts';
import { countContacts } from './contact-count.ts';
import { pageContacts } from './contact-list.ts';
import { EVERYBODY } from './contact-question.ts';
import type { SegmentQuestion } from './segment-condition.ts';
import type { Reader } from './store.ts';

const SAMPLE = 8;

/** How many pass, and some of them to look at. Walks through all people: for the reading thread. */
export function previewSegment(db: Reader, segment: SegmentQuestion): SegmentPreview {
  const question = { ...EVERYBODY, segment };
  const { fitting, all } = countContacts(db, question);
  if (fitting === 0) return { fitting, all, sample: [] };
  const page = { order: 'latest_message', cursor: null, limit: SAMPLE } as const;
  return { fitting, all, sample: pageContacts(db, { ...question, ...page }).contacts };
}
