import type { Browser } from '@playwright/test';

/** Runs in the page: a photo as a telephone takes it, with enough in it not to be compressed away. */
async function photo({ width, height, seed }: Sides & { readonly seed: number }): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas.');
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, `hsl(${seed * 47} 60% 78%)`);
  sky.addColorStop(1, `hsl(${seed * 47 + 60} 50% 46%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let dot = 0; dot < 9_000; dot += 1) {
    context.fillStyle = `hsl(${(dot * 137 + seed * 31) % 360} 55% 60% / 45%)`;
    const [x, y] = [(dot * 7919) % width, (dot * 104_729) % height];
    context.fillRect(x, y, 40 + (dot % 90), 30 + (dot % 70));
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 30_000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
  }
  return btoa(text);
}

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Of twelve megapixels, the size of a telephone's photos. */
const TELEPHONE: Sides = { width: 4000, height: 3000 };

/** JPEG photos, each with another content; drawn by a browser, because nothing else here can. */
export async function largePhotos(
  browser: Browser,
  count: number,
  sides: Sides = TELEPHONE,
): Promise<Buffer[]> {
  const page = await browser.newPage();
  try {
    const photos: Buffer[] = [];
    for (let seed = 0; seed < count; seed += 1) {
      const base64 = await page.evaluate(photo, { ...sides, seed });
      photos.push(Buffer.from(base64, 'base64'));
    }
    return photos;
  } finally {
    await page.close();
  }
}
