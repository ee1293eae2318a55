import { describe, expect, it } from 'vitest';
import { contentType } from '#shared/attachments/content-type.ts';
import { attachmentName } from '#shared/attachments/document-name.ts';
import { planFile } from '#shared/attachments/plan.ts';
import type { FileOffer, FileProblem, SendKind } from '#shared/attachments/plan.ts';

const MB = 1_000_000;

describe('what a file is sent as', () => {
  it.each<[string, number, SendKind]>([
    ['image/jpeg', 5 * MB, 'image'],
    ['image/png', 1, 'image'],
    ['video/mp4', 16 * MB, 'video'],
    ['video/3gpp', 1, 'video'],
    ['audio/ogg', 16 * MB, 'audio'],
    ['audio/amr', 1, 'audio'],
    ['application/pdf', 100 * MB, 'document'],
    ['text/plain', 1, 'document'],
  ])('%s of %i bytes goes as %s', (mimeType, bytes, sendAs) => {
    expect(planFile({ mimeType, bytes }, null)).toEqual({ kind: 'ready', sendAs, mimeType });
  });

  it.each<[string | null, number, FileProblem, FileOffer[]]>([
    ['image/jpeg', 5 * MB + 1, 'image_too_large', ['reencode', 'document']],
    ['image/webp', 1, 'image_type', ['reencode', 'document']],
    ['image/heic', 1, 'image_type', ['reencode']],
    ['video/mp4', 16 * MB + 1, 'video_too_large', ['document']],
    ['video/quicktime', 1, 'video_type', []],
    ['audio/mpeg', 16 * MB + 1, 'audio_too_large', ['convert_sound', 'document']],
    ['audio/wav', 1, 'audio_type', ['convert_sound']],
    ['application/pdf', 100 * MB + 1, 'too_large', []],
    ['application/zip', 1, 'type_not_taken', []],
    [null, 1, 'type_not_taken', []],
    ['image/jpeg', 0, 'empty', []],
  ])('%s of %i bytes can’t: %s', (mimeType, bytes, problem, offers) => {
    expect(planFile({ mimeType, bytes }, null)).toEqual({ kind: 'problem', problem, offers });
  });

  it('follows a wish only where Meta does', () => {
    const sticker = { mimeType: 'image/webp', bytes: 400_000 };
    expect(planFile(sticker, 'sticker').kind).toBe('ready');
    expect(planFile({ ...sticker, bytes: 500_001 }, 'sticker')).toMatchObject({
      problem: 'sticker_too_large',
    });
    expect(planFile({ mimeType: 'image/jpeg', bytes: 50 * MB }, 'document').kind).toBe('ready');
    expect(planFile({ mimeType: 'image/heic', bytes: 1 }, 'document')).toMatchObject({
      problem: 'type_not_taken',
      offers: [],
    });
    expect(planFile({ mimeType: 'application/pdf', bytes: 1 }, 'image')).toMatchObject({
      problem: 'image_type',
    });
  });
});

function typeOf(latin: string, name = '', declared = ''): string | null {
  return contentType(Buffer.from(latin, 'latin1'), { name, declared });
}

describe('what a file is', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['BM\x36\0\x0c\0\0\0\0\0\x36\0', 'image/bmp'],
    ['BMW is a maker of cars', 'text/plain'],
    ['\0\0\0\x1cftypavif', 'image/avif'],
    ['\0\0\0\x1cftypM4A ', 'audio/mp4'],
    ['\0\0\0\x1cftyp3gp4', 'video/3gpp'],
    [`OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg'],
    [`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/vorbis'],
    ['#!AMR\n', 'audio/amr'],
    ['<!doctype html><script>', 'text/plain'],
    ['Grüße\r\n\tund so', 'text/plain'],
    ['\xff\xfeh\0i\0', 'text/plain'],
    ['MZ\x90\0\x03\0', null],
    ['PK\x03\x04something.exe', null],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', null],
  ])('is read from its first bytes: %j is %s', (bytes, type) => {
    expect(typeOf(bytes)).toBe(type);
  });

  it('is told by its name only between types that look alike', () => {
    const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
    expect(typeOf(ole, 'old.xls')).toBe('application/vnd.ms-excel');
    expect(typeOf(ole, 'setup.msi')).toBe(null);
    expect(typeOf('\0\0\0\x1cftypisom', 'film.mp4')).toBe('video/mp4');
    expect(typeOf('\0\0\0\x1cftypisom', 'talk.m4a')).toBe('audio/mp4');
    expect(typeOf('\0\0\0\x1cftypisom', 'talk', 'audio/mp4')).toBe('audio/mp4');
    expect(typeOf('PK\x03\x04_rels/.rels', 'table.xlsx')).toMatch(/spreadsheetml/);
    expect(typeOf('PK\x03\x04[Content_Types].xml xl/a', 'letter.docx')).toMatch(/spreadsheetml/);
    expect(typeOf('MZ\x90\0', 'photo.jpg', 'image/jpeg')).toBe(null);
  });
});

describe('the name of a document', () => {
  it.each([
    ['menu.pdf', 'application/pdf', 'menu.pdf'],
    ['MENU.PDF', 'application/pdf', 'MENU.PDF'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['menu.exe', 'application/pdf', 'menu.exe.pdf'],
    ['../../.ssh/id_rsa', 'text/plain', 'id_rsa'],
    ['C:\\a\\b.csv', 'text/plain', 'b.csv'],
    ['', 'application/pdf', 'file.pdf'],
    ['a\u202Efdp.exe', 'application/pdf', 'a fdp.exe.pdf'],
  ])('has no path and a true ending: %j', (name, mimeType, shown) => {
    expect(attachmentName(name, mimeType)).toBe(shown);
  });
});
