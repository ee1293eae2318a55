/** Puts a picture on the clipboard, as PNG: the one kind that every program takes. */
export async function copyPicture(url: string): Promise<void> {
  // Handed over as a promise, so that the browser still knows that a person asked for it.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(url) })]);
}

async function asPng(url: string): Promise<Blob> {
  const response = await fetch(url);
  const picture = await createImageBitmap(await response.blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return await canvas.convertToBlob({ type: 'image/png' });
}
