import { fitInto, PICTURE_QUALITY, PICTURE_TYPE, UndrawableError } from './drawn.ts';

/** A canvas of this size, scaled down to that of a preview. */
export function previewCanvas(size: {
  readonly width: number;
  readonly height: number;
}): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { width, height } = fitInto(size);
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new UndrawableError('The canvas gave no picture.'));
        else resolve(blob);
      },
      PICTURE_TYPE,
      PICTURE_QUALITY,
    );
  });
}
