import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId, NoteId } from '#shared/ids.ts';
import type { Label } from '#shared/models/label.ts';
import type { Note } from '#shared/models/note.ts';
import { chatId } from './builders.ts';
import type { Handlers } from './fake-bridge.ts';

const LABEL: Label = { id: asId<LabelId>(1), name: 'VIP', color: '#d97f1f' };
const NOTE: Note = { id: asId<NoteId>(1), chatId: chatId(1), text: 'Note', at: 0, editedAt: null };
const PROFILE = {
  id: asId<ContactId>(1),
  ownName: null,
  givenName: null,
  email: null,
  language: null,
  notes: '',
  createdAt: 0,
} as const;

/** A world where nobody has labelled or noted anything. */
export const besideHandlers = {
  'labels.list': () => [LABEL],
  'labels.counts': () => [],
  'labels.create': () => LABEL,
  'labels.change': () => LABEL,
  'labels.delete': () => LABEL,
  'labels.restore': () => LABEL,
  'labels.put': () => [],
  'notes.between': () => [],
  'notes.write': () => NOTE,
  'notes.edit': () => NOTE,
  'notes.delete': () => null,
  'notes.restore': () => NOTE,
  'notes.saveDraft': () => null,
  'search.notes': () => ({ notes: [], superseded: false }),
  'contacts.profile': () => PROFILE,
  'contacts.change': () => PROFILE,
  'contacts.timeline': () => ({ entries: [], nextCursor: null }),
  'shared.page': () => ({ messages: [], nextCursor: null }),
  'shared.counts': () => ({ media: 0, links: 0, documents: 0 }),
} satisfies Partial<Handlers>;
