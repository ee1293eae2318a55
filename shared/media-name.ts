import { cleanFileName } from './file-name.ts';

export interface NamedFile {
  /** As the sender calls it. */
  readonly filename: string | null;
  readonly mimeType: string | null;
  /** The type it was found to have, where that is known. */
  readonly shownType: string | null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
};

/** A name to save a file under: the sender's, cleaned; else one that says what it is. */
export function savedName({ filename, mimeType, shownType }: NamedFile, id: number): string {
  const given = filename === null ? null : cleanFileName(filename);
  if (given !== null) return given;
  const [type = ''] = (shownType ?? mimeType ?? '').split(';');
  const ending = ENDINGS[type] ?? /^\w+\/([a-z0-9]{2,5})$/.exec(type)?.[1] ?? 'bin';
  const kind = ['image', 'video', 'audio'].find((one) => type.startsWith(one)) ?? 'file';
  return `${kind}-${id}.${ending}`;
}
