/** Meta's limit for a text message, in UTF-16 units. Source: meta-platform §1.3. */
export const MAX_TEXT_LENGTH = 4096;

/** Of a picture, a video or a document, in UTF-16 units. Source: meta-platform §5.6. */
export const MAX_CAPTION_LENGTH = 1024;

/** Longer questions than this nobody types. */
export const MAX_SEARCH_LENGTH = 500;

/** A note is longer than a message only by accident. */
export const MAX_NOTE_LENGTH = 10_000;

/** Why somebody is blocked, in the owner's words. */
export const MAX_BLOCK_REASON = 500;
