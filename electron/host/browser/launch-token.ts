import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, in letters that a URL and a WebSocket protocol name can carry. */
export function createLaunchToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in the same time whatever is given. */
export function isLaunchToken(token: string, given: string | null | undefined): boolean {
  return timingSafeEqual(digest(token), digest(given ?? ''));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
