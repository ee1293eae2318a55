import { useEffect } from 'react';
import type { MediaPreview } from '#shared/models/media-file.ts';
import { previewKind } from '../../../pictures/preview-kind.ts';
import { wantPreview } from '../../../stores/previews.ts';
import type { MediaProps } from './media-props.ts';

/** The small picture of a file on the screen; `wanted` while it is drawn, `none` where it needs none. */
export function usePreview({
  content,
  file,
}: Pick<MediaProps, 'content' | 'file'>): MediaPreview | 'wanted' | 'failed' | 'none' {
  const { id, preview } = file;
  const kind = previewKind(content, file);
  const isWanted = kind !== null && preview === null;
  useEffect(() => (isWanted ? wantPreview({ id, kind }) : undefined), [id, kind, isWanted]);
  if (kind === null) return 'none';
  return preview ?? 'wanted';
}
