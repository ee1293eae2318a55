import type { LabelId } from '../ids.ts';

export interface Label {
  readonly id: LabelId;
  /** No two have the same, whatever their capitals. */
  readonly name: string;
  /** `#rrggbb`. Never the only sign: the name stands beside it or behind it. */
  readonly color: string;
}

/** A label as a chat carries it: on its person, who may have other chats, or on this chat alone. */
export interface ChatLabel extends Label {
  readonly isOnContact: boolean;
  readonly isOnChat: boolean;
}

/** What a label is put on. */
export type LabelTarget = 'contact' | 'chat';

/** How many carry a label; a person's label counts for each of their chats. */
export interface LabelCount {
  readonly labelId: LabelId;
  readonly contacts: number;
  readonly chats: number;
}
