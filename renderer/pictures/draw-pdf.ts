import { AnnotationMode } from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { blobOf } from './canvas-blob.ts';
import { LONGEST_SIDE, UndrawableError, withinTime } from './drawn.ts';
import type { Drawn } from './drawn.ts';
import { openPdf } from './open-pdf.ts';

const LONGEST_MS = 10_000;

/** The first page. Throws `UndrawableError` when there is none to be had in reasonable time. */
export async function drawPdf(url: string): Promise<Drawn> {
  const { document, close } = await openPdf(url);
  const canvas = window.document.createElement('canvas');
  try {
    await withinTime(
      drawPage({ document, number: 1, canvas, fit: LONGEST_SIDE }),
      LONGEST_MS,
      close,
    );
    return { blob: await blobOf(canvas), pages: document.numPages };
  } catch (error) {
    if (error instanceof UndrawableError) throw error;
    throw new UndrawableError('The page can’t be drawn.', { cause: error });
  }
}

interface PageToDraw {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  readonly canvas: HTMLCanvasElement;
  /** Pixels of its longer side. */
  readonly fit: number;
}

export async function drawPage({ document, number, canvas, fit }: PageToDraw): Promise<void> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: fit / Math.max(width, height) });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
}
