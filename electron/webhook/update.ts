import type { Json, JsonObject } from '#shared/json.ts';
import type { Direction, MessageType } from '#shared/models/message.ts';
import type { PersonHint } from '../people/identity.ts';

/** Which of our numbers an update is for, as far as the webhook says. */
export interface NumberRef {
  readonly phoneNumberId: string | null;
  readonly wabaId: string;
  /** The business number in digits, as Meta shows it. */
  readonly displayDigits: string | null;
}

/** By which way a message came; decides what it says about windows, unread counts and read marks. */
export type Via = 'live' | 'standby' | 'history' | 'phone_echo' | 'other_echo';

interface About {
  /** Where in the delivery it stands, e.g. `entry[0].changes[1].value.messages[3]`. */
  readonly path: string;
  readonly number: NumberRef;
}

export interface MessageUpdate extends About {
  readonly kind: 'message';
  readonly via: Via;
  readonly direction: Direction;
  readonly wamid: string;
  /** Milliseconds since 1970, Meta's time. */
  readonly at: number;
  /** The customer at the other end; in a group, whoever wrote. */
  readonly person: PersonHint;
  readonly groupId: string | null;
  readonly type: MessageType;
  readonly payload: JsonObject;
  /** What history says became of a message of ours, in Meta's capitals. */
  readonly historyStatus: string | null;
}

export interface RevisionUpdate extends About {
  readonly kind: 'revision';
  readonly wamid: string;
  readonly at: number;
  readonly targetWamid: string;
  readonly revision: 'edit' | 'revoke';
  readonly payload: JsonObject;
}

export interface IdentityChangeUpdate extends About {
  readonly kind: 'identity_change';
  readonly wamid: string;
  readonly at: number;
  readonly from: PersonHint;
  readonly to: PersonHint;
  readonly payload: JsonObject;
}

export interface StatusUpdate extends About {
  readonly kind: 'status';
  readonly wamid: string;
  readonly status: string;
  readonly at: number;
  /** Empty for one person; in groups, whose phone it is about. */
  readonly recipient: string;
  /** Null where nothing but the wamid says whom it is about. */
  readonly person: PersonHint | null;
  readonly callbackId: string | null;
  readonly errorCode: number | null;
  readonly errorTitle: string | null;
  readonly errorDetails: string | null;
  readonly pricing: JsonObject | null;
  readonly conversation: JsonObject | null;
}

export interface CallUpdate extends About {
  readonly kind: 'call';
  readonly callId: string;
  readonly at: number;
  /** When the customer began to ring. */
  readonly beganAt: number;
  readonly isMissed: boolean;
  readonly person: PersonHint;
  readonly payload: JsonObject;
}

export interface PreferenceUpdate extends About {
  readonly kind: 'preference';
  readonly person: PersonHint;
  readonly value: 'stop' | 'resume' | 'signup';
  readonly at: number;
  readonly payload: JsonObject;
}

export interface PhoneBookUpdate extends About {
  readonly kind: 'phone_book';
  readonly person: PersonHint;
  /** Null where the entry was taken out of the phone. */
  readonly name: string | null;
  readonly at: number;
}

export interface HandoverUpdate extends About {
  readonly kind: 'handover';
  readonly person: PersonHint;
  readonly owner: string;
  /** Null where Meta gives no time; the arrival stands in. */
  readonly at: number | null;
}

export interface AccountUpdate extends About {
  readonly kind: 'account';
  readonly field: string;
  readonly value: Json;
  readonly at: number | null;
}

export type Update =
  | MessageUpdate
  | RevisionUpdate
  | IdentityChangeUpdate
  | StatusUpdate
  | CallUpdate
  | PreferenceUpdate
  | PhoneBookUpdate
  | HandoverUpdate
  | AccountUpdate
  /** Known, and nothing to do about it. */
  | { readonly kind: 'ignored'; readonly path: string }
  /** Not known, kept in the log. */
  | { readonly kind: 'unhandled'; readonly path: string; readonly reason: string }
  /** Known, but not as it should be. */
  | { readonly kind: 'malformed'; readonly path: string; readonly reason: string };
