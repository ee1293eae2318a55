const SIZE = 256;
const OPAQUE = 255;

/**
 * A flower on a transparent ground as lossless WebP. Each channel has at most two values, so each
 * pixel costs one bit for "petal or nothing" and one for "petal or heart".
 */
export function petalSticker(variant: number): Buffer {
  const petals = 5 + (variant % 4);
  const petalGreen = 90 + (variant % 5) * 12;
  const heartGreen = 200;
  const bits = createBits();
  bits.put(0x2f, 8);
  bits.put(SIZE - 1, 14);
  bits.put(SIZE - 1, 14);
  bits.put(1, 1); // alpha is used
  bits.put(0, 3); // version
  bits.put(0, 1); // no transform
  bits.put(0, 1); // no colour cache
  bits.put(0, 1); // one group of codes for the whole picture
  bits.putCode([petalGreen, heartGreen]);
  bits.putCode([230]);
  bits.putCode([110]);
  bits.putCode([0, OPAQUE]);
  bits.putCode([0]);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const part = partAt(x, y, petals);
      bits.put(part === 'heart' ? 1 : 0, 1);
      bits.put(part === 'nothing' ? 0 : 1, 1);
    }
  }
  return riff(bits.bytes());
}

function partAt(x: number, y: number, petals: number): 'heart' | 'petal' | 'nothing' {
  const dx = x - SIZE / 2;
  const dy = y - SIZE / 2;
  const distance = Math.hypot(dx, dy);
  if (distance < SIZE * 0.11) return 'heart';
  const edge = 0.68 + 0.3 * Math.cos(petals * Math.atan2(dy, dx));
  return distance < SIZE * 0.47 * edge ? 'petal' : 'nothing';
}

function riff(lossless: Buffer): Buffer {
  const padded = lossless.length % 2 === 0 ? lossless : Buffer.concat([lossless, Buffer.alloc(1)]);
  const header = Buffer.alloc(20);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(12 + padded.length, 4);
  header.write('WEBPVP8L', 8, 'latin1');
  header.writeUInt32LE(lossless.length, 16);
  return Buffer.concat([header, padded]);
}

interface Bits {
  put(value: number, count: number): void;
  /** WebP's "simple code length code": one symbol costs nothing, two cost a bit each. */
  putCode(symbols: readonly [number] | readonly [number, number]): void;
  bytes(): Buffer;
}

function createBits(): Bits {
  const bytes: number[] = [];
  let current = 0;
  let filled = 0;

  function put(value: number, count: number): void {
    for (let bit = 0; bit < count; bit += 1) {
      current |= ((value >> bit) & 1) << filled;
      filled += 1;
      if (filled === 8) {
        bytes.push(current);
        current = 0;
        filled = 0;
      }
    }
  }

  return {
    put,
    putCode(symbols) {
      const [first, second] = symbols;
      put(1, 1);
      put(symbols.length - 1, 1);
      put(1, 1);
      put(first, 8);
      if (second !== undefined) put(second, 8);
    },
    bytes: () => Buffer.from(filled === 0 ? bytes : [...bytes, current]),
  };
}
