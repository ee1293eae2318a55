/** A small picture, ready to be handed in. */
export interface Drawn {
  readonly blob: Blob;
  /** Of a PDF. */
  readonly pages?: number;
  /** Of a video, in milliseconds. */
  readonly durationMs?: number;
}

/** The file is there and can't be drawn: asking again would change nothing. */
export class UndrawableError extends Error {
  override readonly name = 'UndrawableError';
}

/** Sharp on a screen of two pixels a point in the largest frame of the thread. */
export const LONGEST_SIDE = 640;
export const PICTURE_TYPE = 'image/webp';
export const PICTURE_QUALITY = 0.8;

export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  longest = LONGEST_SIDE,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Rejects after `ms`; `cancel` frees whatever still works on it. */
export async function withinTime<T>(work: Promise<T>, ms: number, cancel: () => void): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new UndrawableError('It took too long.')), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    cancel();
  }
}
