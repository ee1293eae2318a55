import type { AccountId } from '../ids.ts';

/** One business phone number. Carries no secret: `hasAccessToken` only says that there is one. */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string | null;
  readonly profileName: string | null;
  readonly isActive: boolean;
  readonly isPractice: boolean;
  readonly hasAccessToken: boolean;
  readonly hasAppSecret: boolean;
  /** When the last webhook for this number arrived, in milliseconds since 1970; null before the first. */
  readonly lastWebhookAt: number | null;
  readonly createdAt: number;
  /** Why nothing leaves from this number at the moment; null when it does. */
  readonly sendingPause: SendingPause | null;
}

export interface SendingPause {
  /** Meta's error code; null when Frontdesk itself could not open the way to Meta. */
  readonly code: number | null;
  readonly title: string;
  /** What the owner can do about it, in words. */
  readonly advice: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}
