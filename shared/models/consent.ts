/** One line of what a person said about offers. */
export interface ConsentEntry {
  readonly kind: 'opt_in' | 'opt_out';
  /**
   * How it was said: `whatsapp_preference`, `signup_link`, `stop_word`, `start_word`,
   * `template_button`, `refused_by_whatsapp`, `owner`, `erased`, or the name of an import.
   */
  readonly source: string;
  /** The message, the reason or the webhook itself, as JSON text. */
  readonly evidence: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Everything that is known of one person's consent, as a file to give out. */
export interface ConsentExport {
  readonly fileName: string;
  readonly text: string;
}
