/** What came along with a message, whatever its kind. */
export interface MessageExtras {
  /** Passed on so often that WhatsApp marks it. */
  readonly isForwardedOften: boolean;
  /** What it said before it was edited; null when it never was. */
  readonly firstWording: string | null;
  readonly referral: Referral | null;
  /** The product that the customer asks about, by its number in the catalog. */
  readonly productId: string | null;
}

/** The ad or post from which somebody came to write. */
export interface Referral {
  readonly source: 'ad' | 'post' | 'other';
  readonly headline: string | null;
  readonly body: string | null;
  readonly url: string | null;
}
