import type { ChatId, MessageId, NoteId } from '../ids.ts';
import type { Snippet } from './search.ts';

/** What the owner wrote into a thread for themselves. The customer never sees it. */
export interface Note {
  readonly id: NoteId;
  readonly chatId: ChatId;
  readonly text: string;
  /** Where it stands among the messages: milliseconds since 1970. */
  readonly at: number;
  readonly editedAt: number | null;
}

export interface NoteHit {
  readonly note: Note;
  readonly contactName: string;
  /** The message below which it stands; null in a chat without any. */
  readonly after: MessageId | null;
  readonly snippet: Snippet;
}

/** Newest first. `superseded`: a newer question came before this one's turn. */
export interface FoundNotes {
  readonly notes: readonly NoteHit[];
  readonly superseded: boolean;
}
