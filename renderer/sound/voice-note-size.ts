/** Past this the customer sees a file to fetch instead of a voice message. Source: meta-platform §1.3, §5.5. */
export const VOICE_NOTE_BYTES = 512_000;

/** What is recorded grows a little when it gets its OGG pages. */
const PAGES = 1.03;

/** WhatsApp takes no larger sound file. Source: meta-platform §5.5. */
const LARGEST_BYTES = 16_000_000;

export function isTooLongForVoice(recordedBytes: number): boolean {
  return recordedBytes * PAGES > VOICE_NOTE_BYTES;
}

export function isFull(recordedBytes: number): boolean {
  return recordedBytes * PAGES > LARGEST_BYTES * 0.98;
}
