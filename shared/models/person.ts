import type { AccountId, ChatId } from '../ids.ts';
import type { Block } from './block.ts';
import type { Contact } from './contact.ts';
import type { ContactProfile } from './contact-profile.ts';
import type { PersonField } from './custom-field.ts';

/** Everything that one screen tells of one person, but for what happened and what they said. */
export interface Person {
  readonly contact: Contact;
  readonly profile: ContactProfile;
  readonly fields: readonly PersonField[];
  /** One for each number of ours that they ever wrote with, the latest first. */
  readonly chats: readonly PersonChat[];
  /** What they go by, and what they once went by; what counts now comes first. */
  readonly identities: readonly PersonIdentity[];
  /** The latest first; at most 100. */
  readonly blocks: readonly Block[];
}

export interface PersonChat {
  readonly id: ChatId;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly lastMessageAt: number | null;
  readonly unreadCount: number;
}

/** Times in milliseconds since 1970. */
export interface PersonIdentity {
  readonly kind: 'phone' | 'wa_id' | 'bsuid' | 'parent_bsuid' | 'username';
  readonly value: string;
  readonly since: number;
  /** Null: it is theirs now. */
  readonly until: number | null;
}
