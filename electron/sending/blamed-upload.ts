import type { GraphFailure } from '../graph/failure.ts';

/** With these Meta says, among other things, that it does not know the file's id or can't use it. */
const CODES: ReadonlySet<number> = new Set([100, 131009, 131052, 131053]);

export function blamesUpload(code: number | null): boolean {
  return code !== null && CODES.has(code);
}

/**
 * Whether a message should be tried once more with its file uploaded anew: Meta forgets files
 * before their time, and refused means that nothing was sent.
 */
export function deservesNewUpload(
  { hasFile, refusals }: { readonly hasFile: boolean; readonly refusals: number },
  failure: GraphFailure,
): boolean {
  return hasFile && refusals === 0 && failure.kind === 'refused' && blamesUpload(failure.code);
}
