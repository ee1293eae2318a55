import { getDocument, PDFWorker } from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { UndrawableError, withinTime } from './drawn.ts';

const LONGEST_MS = 15_000;
/** A picture in a document that is larger than this is left out. */
const MOST_PIXELS = 40_000_000;
const MOST_CANVAS_BYTES = 4 * 40_000_000;

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Ends the thread that reads it, whatever it is doing. */
  readonly close: () => void;
}

/**
 * Opens a document that nobody vouches for: no scripts, no forms, no address in it is followed, and
 * its reader is ended when it does not answer. Throws `UndrawableError`, or another error when the
 * file could not be read.
 */
export async function openPdf(url: string): Promise<OpenPdf> {
  const response = await fetch(url);
  if (!response.ok) throw new Error('The file could not be read.');
  const data = new Uint8Array(await response.arrayBuffer());
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data,
    worker,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    maxImageSize: MOST_PIXELS,
    canvasMaxAreaInBytes: MOST_CANVAS_BYTES,
  });
  const close = (): void => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    return { document: await withinTime(task.promise, LONGEST_MS, () => undefined), close };
  } catch (error) {
    close();
    if (error instanceof UndrawableError) throw error;
    // Locked with a password, damaged, or no PDF at all.
    throw new UndrawableError('The document can’t be read.', { cause: error });
  }
}
