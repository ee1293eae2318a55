import type { MediaId } from '#shared/ids.ts';
import { call } from './core.ts';

/** Fetches a file again. Answers the sentence that says why that could not be done, if it could not. */
export async function retryMedia(mediaId: MediaId): Promise<string | undefined> {
  const result = await call('media.retry', { mediaId });
  return result.ok ? undefined : result.error.message;
}
