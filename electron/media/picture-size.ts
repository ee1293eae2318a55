export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height in pixels as the picture is shown, read from the beginning of the file; a JPEG
 * that a camera has turned is measured turned. Undefined where the beginning does not tell.
 */
export function pictureSize(head: Buffer, type: string | null): PictureSize | undefined {
  const size = measure(head, type);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

function measure(head: Buffer, type: string | null): PictureSize | undefined {
  switch (type) {
    case 'image/png':
      return head.length < 24
        ? undefined
        : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
    case 'image/gif':
      return head.length < 10
        ? undefined
        : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
    case 'image/webp':
      return webpSize(head);
    case 'image/jpeg':
      return jpegSize(head);
    case null:
    default:
      return undefined;
  }
}

function webpSize(head: Buffer): PictureSize | undefined {
  if (head.length < 30) return undefined;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** Start-of-frame markers: C0 to CF without the tables among them. */
const FRAME = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const APP1 = 0xe1;

function jpegSize(head: Buffer): PictureSize | undefined {
  let isTurned = false;
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(at + 2);
    if (FRAME.has(marker)) {
      const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)];
      return isTurned ? { width: height, height: width } : { width, height };
    }
    if (marker === APP1) isTurned = isTurnedByExif(head.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

const ORIENTATION = 0x0112;

/** Orientations 5 to 8 of the Exif standard swap the sides. */
function isTurnedByExif(segment: Buffer): boolean {
  if (segment.length < 14 || segment.toString('latin1', 0, 4) !== 'Exif') return false;
  const tiff = segment.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = two(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (two(at) === ORIENTATION) return two(at + 8) >= 5 && two(at + 8) <= 8;
  }
  return false;
}
