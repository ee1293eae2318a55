import { cleanFileName } from '../file-name.ts';
import { endingOf } from './content-type.ts';

const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4', 'm4v'],
  'video/3gpp': ['3gp'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'opus'],
  'application/pdf': ['pdf'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

/**
 * The name under which a file is kept and sent: no path, nothing invisible, and an ending that is
 * true, because WhatsApp chooses a document's icon by it. Source: meta-platform §1.3.
 */
export function attachmentName(name: string, mimeType: string): string {
  // Only the last part of a path is a name; `..` and drives are nobody's business.
  const clean = cleanFileName(name.split(/[/\\]/).at(-1) ?? '') ?? 'file';
  const endings = ENDINGS[mimeType];
  if (endings === undefined || endings.includes(endingOf(clean))) return clean;
  return `${clean}.${endings[0]}`;
}
