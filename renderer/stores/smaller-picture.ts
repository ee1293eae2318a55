import { limitOf } from '#shared/attachments/plan.ts';

/** WhatsApp shows nothing larger on a phone; each next try has fewer pixels. */
const SIDES = [4096, 3072, 2048, 1280] as const;
const QUALITY = 0.88;

/**
 * The same picture as WhatsApp takes it: a PNG where parts can be seen through, else a JPEG, and
 * small enough. Undefined where the browser can't read it. Decoding, scaling and encoding happen off
 * the thread on which the owner types.
 */
export async function smallerPicture(file: File): Promise<File | undefined> {
  try {
    const size = await sizeOf(file);
    for (const side of SIDES) {
      const picture = await scaled(file, size, side);
      const encoded = await encode(picture);
      if (encoded.size <= limitOf('image')) return named(file.name, encoded);
    }
    return undefined;
  } catch {
    return undefined;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function sizeOf(file: File): Promise<Size> {
  const whole = await createImageBitmap(file);
  const { width, height } = whole;
  whole.close();
  return { width, height };
}

function scaled(file: File, { width, height }: Size, side: number): Promise<ImageBitmap> {
  const scale = Math.min(1, side / Math.max(width, height));
  return createImageBitmap(file, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high',
  });
}

/** Without colours that can be seen through, a PNG only makes a photograph large. */
async function encode(picture: ImageBitmap): Promise<Blob> {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser can’t draw.');
  context.drawImage(picture, 0, 0);
  picture.close();
  if (isSeenThrough(context, { width, height })) {
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= limitOf('image')) return png;
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** Looked at small: a few thousand pixels tell, and millions would be felt while typing. */
function isSeenThrough(context: OffscreenCanvasRenderingContext2D, { width, height }: Size) {
  const sample = new OffscreenCanvas(64, 64).getContext('2d');
  if (sample === null) return false;
  sample.drawImage(context.canvas, 0, 0, width, height, 0, 0, 64, 64);
  const { data } = sample.getImageData(0, 0, 64, 64);
  return data.some((value, index) => index % 4 === 3 && value < 250);
}

function named(name: string, picture: Blob): File {
  const ending = picture.type === 'image/png' ? 'png' : 'jpg';
  return new File([picture], `${name.replace(/\.[^.]*$/, '')}.${ending}`, { type: picture.type });
}
