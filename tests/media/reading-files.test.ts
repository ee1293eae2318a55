import { describe, expect, it } from 'vitest';
import { readRange } from '#electron/media/byte-range.ts';
import { pictureSize } from '#electron/media/picture-size.ts';
import { shownType } from '#electron/media/shown-type.ts';
import { createGeneratedFiles } from '#electron/practice/generated-media/files.ts';
import { cleanFileName } from '#shared/file-name.ts';

const files = createGeneratedFiles();

describe('the type of a file', () => {
  it.each([
    ['image', 'image/png'],
    ['audio', 'audio/ogg'],
    ['sticker', 'image/webp'],
    ['document', null],
  ] as const)('is read from its bytes: %s', (kind, type) => {
    expect(shownType(files.get(kind, 1).bytes, 'text/html')).toBe(type);
  });

  it.each([
    ['....ftypisom', null, 'video/mp4'],
    ['....ftypM4A ', null, 'audio/mp4'],
    ['....ftypisom', 'audio/mp4', 'audio/mp4'],
    ['....ftyp3gp4', 'video/3gpp', 'video/3gpp'],
    ['....ftypheic', 'image/jpeg', null],
    ['<svg xmlns="http', 'image/svg+xml', null],
    ['<!doctype html>', 'image/png', null],
    ['%PDF-1.7', 'image/png', null],
    ['', 'image/png', null],
  ])('of %j called %s is %s', (head, declared, type) => {
    expect(shownType(Buffer.from(head, 'latin1'), declared)).toBe(type);
  });
});

/** A JPEG's beginning: Exif with this orientation, then a frame of 40 × 30 pixels. */
function jpeg(orientation: number): Buffer {
  const exif = Buffer.from(
    `457869660000 49492a0008000000 0100 1201 0300 01000000 0${orientation}000000 00000000`.replaceAll(
      ' ',
      '',
    ),
    'hex',
  );
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 3, 1, 0x22, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, frame]);
}

describe('the size of a picture', () => {
  it('is read from a PNG and a WebP', () => {
    expect(pictureSize(files.get('image', 1).bytes, 'image/png')?.width).toBeGreaterThan(100);
    expect(pictureSize(files.get('sticker', 1).bytes, 'image/webp')).toEqual({
      width: 256,
      height: 256,
    });
  });

  it('is that of a GIF', () => {
    const gif = Buffer.from('474946383961 2c01 c800'.replaceAll(' ', ''), 'hex');
    expect(pictureSize(gif, 'image/gif')).toEqual({ width: 300, height: 200 });
  });

  it('is turned with the camera', () => {
    expect(pictureSize(jpeg(1), 'image/jpeg')).toEqual({ width: 40, height: 30 });
    expect(pictureSize(jpeg(6), 'image/jpeg')).toEqual({ width: 30, height: 40 });
  });

  it('is unknown for whatever is cut off, and never throws', () => {
    const whole = jpeg(6);
    for (let length = 0; length < whole.length - 4; length += 1) {
      expect(pictureSize(whole.subarray(0, length), 'image/jpeg')).toBeUndefined();
    }
    for (const type of ['image/png', 'image/gif', 'image/webp'])
      expect(pictureSize(Buffer.from('RIFF'), type)).toBeUndefined();
  });
});

describe('a range', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined],
  ])('%s of 100 bytes', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });
});

describe('a file name', () => {
  it.each([
    ['Invoice 2026.pdf', 'Invoice 2026.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\evil.exe', 'C Windows evil.exe'],
    ['photo\u202Egpj.exe', 'photo gpj.exe'],
    ['.bashrc', 'bashrc'],
    ['con.txt', '_con.txt'],
    ['a\r\nb"c.txt', 'a b c.txt'],
    ['فاتورة.pdf', 'فاتورة.pdf'],
    ['list\0.pdf', 'list .pdf'],
    ['LPT9.log', '_LPT9.log'],
    ['invoice.pdf. . .', 'invoice.pdf'],
    ['half \ud83d an emoji.png', 'half \ufffd an emoji.png'],
    ['\u200b\u2066\u00ad', null],
    ['..', null],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('fits every disk in every script, whole characters only', () => {
    for (const letter of ['a', 'ü', 'फ', '花', '💐']) {
      const clean = cleanFileName(`x${letter.repeat(300)}.pdf`) ?? '';
      expect(clean).toMatch(/^x.*\.pdf$/u);
      expect(clean.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(220);
      expect(clean.length).toBeGreaterThan(70);
    }
  });

  it('keeps its ending when it is cut', () => {
    expect(cleanFileName(`${'long '.repeat(100)}.docx`)).toMatch(/^.{115}\.docx$/u);
  });
});
