import { FrontdeskError } from '../errors.ts';
import type { FileProblem } from './plan.ts';

/** What happened, why, and what to do, for whoever handed the file over. */
const WORDS: Readonly<Record<FileProblem, string>> = {
  empty: 'The file is empty: it has no content at all. Look whether the right one was chosen.',
  too_large:
    'The file is larger than 100 MB, and WhatsApp takes nothing larger. Send a link to it, or make it smaller.',
  type_not_taken:
    'WhatsApp does not take files of this kind. It takes pictures, videos, sounds, PDF, Word, Excel, PowerPoint and text files.',
  image_type: 'WhatsApp takes pictures as JPEG or PNG only. Save it as one of these and try again.',
  image_too_large: 'The picture is larger than 5 MB. Make it smaller, or send it as a document.',
  video_type: 'WhatsApp takes videos as MP4 or 3GP only. Save it as MP4 and try again.',
  video_too_large: 'The video is larger than 16 MB. Shorten it, or send it as a document.',
  audio_type:
    'WhatsApp takes sounds as MP3, M4A, AAC, AMR or OGG with Opus only. Save it as one of these and try again.',
  audio_too_large: 'The sound is larger than 16 MB. Shorten it, or send it as a document.',
  sticker_type: 'A sticker has to be a WebP picture.',
  sticker_too_large: 'The sticker is larger than 500 kB. Make it smaller.',
};

export function fileRefused(problem: FileProblem): FrontdeskError {
  return new FrontdeskError('file_refused', WORDS[problem]);
}
