import { app, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';

const SIZE = 16;

/** The number on the dock or launcher; Windows knows no numbers, there it is a dot on the task bar. */
export function showBadge(count: number, window: BrowserWindow | undefined): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  if (count === 0) window?.setOverlayIcon(null, '');
  else window?.setOverlayIcon(dot(), `${count} unread`);
}

function dot(): Electron.NativeImage {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const isInside = Math.hypot(x - middle, y - middle) <= middle;
      // Blue, green, red, alpha: the green of the house.
      if (isInside) pixels.set([0x5b, 0x6b, 0x0b, 0xff], (y * SIZE + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE });
}
