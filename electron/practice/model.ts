import type { JsonObject } from '#shared/json.ts';
import type { MessagingTier } from './messaging-limit.ts';

/** One business number of the simulated platform, with the secrets of the app it belongs to. */
export interface PracticeNumber {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly businessPortfolioId: string;
  /** As Meta shows it, e.g. `+55 11 5555-0142`. */
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly accessToken: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly throughput: 'STANDARD' | 'HIGH';
  /** As the throughput usually goes with, if left out. */
  readonly messagingLimit?: MessagingTier;
}

/**
 * How a customer's phone treats what is sent to it: reads after a while, never shows read
 * receipts, reads before `delivered` was ever reported, is switched off, has no WhatsApp, or has
 * blocked the business (which looks the same as switched off from here).
 */
export type CustomerBehaviour =
  | 'attentive'
  | 'never_reads'
  | 'reads_at_once'
  | 'switched_off'
  | 'not_on_whatsapp'
  | 'blocked_the_business';

export interface PracticeCustomer {
  /** Digits only. */
  readonly waId: string;
  /** The digits people dial, where WhatsApp's own id differs (Brazil, Mexico, Argentina). */
  readonly dialled?: string;
  readonly name: string;
  readonly bsuid: string;
  readonly username?: string;
  /** False for people with a username whose phone Meta keeps to itself. Source: meta-platform §3.1. */
  readonly sharesPhone?: boolean;
  /** When they last wrote, in ms since 1970; null if never. Opens the 24-hour window. */
  readonly lastWroteAt: number | null;
  readonly behaviour?: CustomerBehaviour;
}

/** What the platform took, in the order in which it took it. */
export interface AcceptedMessage {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly phoneNumberId: string;
  readonly wamid: string;
  /** `to` or `recipient` exactly as it was sent. */
  readonly recipient: string;
  readonly waId: string;
  readonly type: string;
  /** `biz_opaque_callback_data`, the sender's own id for the message; null if it gave none. */
  readonly callbackData: string | null;
  readonly body: JsonObject;
}

/** A read receipt (or typing indicator) that the business sent. */
export interface Mark {
  readonly at: number;
  readonly phoneNumberId: string;
  readonly wamid: string;
  readonly typing: boolean;
}
