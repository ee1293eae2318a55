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
}
