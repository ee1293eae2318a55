import { crc32, deflateSync } from 'node:zlib';
import { createRandom, type Random } from '#shared/random.ts';

type Colour = readonly [red: number, green: number, blue: number];

interface Flower {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly petals: number;
  readonly colour: Colour;
}

const WIDTH = 480;
const HEIGHT = 360;
const HEART: Colour = [236, 190, 92];
const STEM: Colour = [96, 132, 92];

const BACKGROUNDS: readonly [Colour, ...Colour[]] = [
  [246, 241, 232],
  [232, 240, 236],
  [243, 233, 236],
  [228, 234, 242],
];
const PETALS: readonly [Colour, ...Colour[]] = [
  [214, 104, 124],
  [226, 146, 108],
  [176, 122, 190],
  [240, 236, 228],
  [222, 88, 88],
  [120, 150, 204],
];

/** A drawn bunch of flowers as a PNG, the same for the same number. */
export function bouquet(variant: number): Buffer {
  const random = createRandom(`bouquet ${variant}`);
  const canvas = createCanvas(random.pick(BACKGROUNDS));
  const flowers = arrange(random);
  for (const flower of flowers) paintStem(canvas, flower);
  for (const flower of flowers) paintBlossom(canvas, flower);
  return png(canvas.rows);
}

function arrange(random: Random): Flower[] {
  return Array.from({ length: 5 + random.below(5) }, () => ({
    x: Math.round(random.between(WIDTH * 0.2, WIDTH * 0.8)),
    y: Math.round(random.between(HEIGHT * 0.15, HEIGHT * 0.55)),
    radius: 28 + random.below(30),
    petals: 5 + random.below(4),
    colour: random.pick(PETALS),
  }));
}

interface Canvas {
  readonly rows: Buffer;
  paint(x: number, y: number, colour: Colour): void;
}

/** Rows as PNG wants them: a filter byte, then three bytes a pixel. */
function createCanvas(background: Colour): Canvas {
  const stride = 1 + WIDTH * 3;
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(WIDTH * 3, Buffer.from(background))]);
  const rows = Buffer.concat(Array.from({ length: HEIGHT }, () => row));
  return {
    rows,
    paint(x, y, colour) {
      if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) rows.set(colour, y * stride + 1 + x * 3);
    },
  };
}

function paintBlossom(canvas: Canvas, { x, y, radius, petals, colour }: Flower): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const distance = Math.hypot(dx, dy);
      const edge = 0.72 + 0.28 * Math.cos(petals * Math.atan2(dy, dx));
      if (distance < radius * 0.24) canvas.paint(x + dx, y + dy, HEART);
      else if (distance < radius * edge) canvas.paint(x + dx, y + dy, colour);
    }
  }
}

/** Stems run from each flower to where a hand would hold the bunch. */
function paintStem(canvas: Canvas, { x, y }: Flower): void {
  for (let row = y; row < HEIGHT; row += 1) {
    const middle = Math.round(x + ((WIDTH / 2 - x) * (row - y)) / (HEIGHT - y));
    for (let column = middle - 1; column <= middle + 1; column += 1) {
      canvas.paint(column, row, STEM);
    }
  }
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
