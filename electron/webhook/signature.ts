import { createHmac, timingSafeEqual } from 'node:crypto';

const SHAPE = /^sha256=([0-9a-f]{64})$/i;

/** The 32 bytes that `X-Hub-Signature-256` names; null when the header has not its shape. */
export function parseSignature(header: string | undefined): Buffer | null {
  const hex = SHAPE.exec(header ?? '')?.[1];
  return hex === undefined ? null : Buffer.from(hex, 'hex');
}

/**
 * Whether one of our apps signed these bytes. Only the raw body counts, because Meta escapes
 * letters in its own way. Source: meta-platform §2.1.
 */
export function isSignedByOneOf(
  secrets: readonly string[],
  body: Uint8Array,
  signature: Buffer,
): boolean {
  let isSigned = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = createHmac('sha256', secret).update(body).digest();
    if (timingSafeEqual(expected, signature)) isSigned = true;
  }
  return isSigned;
}
