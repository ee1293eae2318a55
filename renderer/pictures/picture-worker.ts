import { fitInto, PICTURE_QUALITY, PICTURE_TYPE } from './drawn.ts';

/*
 * Decodes photos away from the page: a photo of twelve megapixels takes longer than a frame. Is told
 * an address and answers a small picture, or why there is none.
 */

export type PictureAnswer = Blob | 'unreadable' | 'undrawable';

addEventListener('message', (event: MessageEvent<string>) => {
  void draw(event.data).then((answer) => postMessage(answer));
});

async function draw(url: string): Promise<PictureAnswer> {
  const file = await read(url);
  if (file === undefined) return 'unreadable';
  try {
    const whole = await createImageBitmap(file);
    const { width, height } = fitInto(whole);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) return 'undrawable';
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, width, height);
    whole.close();
    return await canvas.convertToBlob({ type: PICTURE_TYPE, quality: PICTURE_QUALITY });
  } catch {
    return 'undrawable';
  }
}

async function read(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
