import type { MediaId } from '../ids.ts';

/** The file of a message, as far as it is here. */
export interface MediaFile {
  readonly id: MediaId;
  /** `wanted`: on its way. `failed`, `expired`: it will not come by itself. */
  readonly state: 'wanted' | 'present' | 'failed' | 'expired';
  /** Null while it is not here. */
  readonly bytes: number | null;
  /** What a page may show or play in place; null: it can only be saved. */
  readonly shownAs: 'image' | 'video' | 'audio' | null;
  /** Pixels; null where it has none or they are not known. */
  readonly width: number | null;
  readonly height: number | null;
  /** Why it is not here, in words. */
  readonly problem: string | null;
  /** Null: nobody has drawn one yet. `failed`: it can't be drawn. */
  readonly preview: MediaPreview | 'failed' | null;
}

/** A small picture of a file: of a photo, of the beginning of a video, of the first page of a PDF. */
export interface MediaPreview {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of a PDF; null where there are none. */
  readonly pages: number | null;
  /** Of a video, in milliseconds. */
  readonly durationMs: number | null;
}
