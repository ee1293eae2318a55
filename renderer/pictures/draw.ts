import { unreachable } from '#shared/unreachable.ts';
import type { Drawn } from './drawn.ts';
import type { PreviewKind } from './preview-kind.ts';

/** Whatever a kind takes is fetched with the first file of it. */
export async function draw(kind: PreviewKind, url: string): Promise<Drawn> {
  switch (kind) {
    case 'picture':
      return await (await import('./draw-picture.ts')).drawPicture(url);
    case 'video':
      return await (await import('./draw-video.ts')).drawVideo(url);
    case 'pdf':
      return await (await import('./draw-pdf.ts')).drawPdf(url);
    default:
      return unreachable(kind);
  }
}
