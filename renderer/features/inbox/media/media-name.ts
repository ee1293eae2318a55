import { AudioLines, FileText, Film, Image, Mic, Sticker } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { savedName } from '#shared/media-name.ts';
import type { MediaContent, MediaProps } from './media-props.ts';

const ICONS = {
  image: Image,
  video: Film,
  audio: AudioLines,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
} as const;

type Kind = keyof typeof ICONS;

function kindOf({ isVoice, media }: MediaContent): Kind {
  return isVoice ? 'voice' : media;
}

export function mediaIcon(content: MediaContent): LucideIcon {
  return ICONS[kindOf(content)];
}

/** The key of its name in the catalogue. */
export function mediaName(content: MediaContent): `content.${Kind}` {
  return `content.${kindOf(content)}`;
}

/** The name under which a file is saved. */
export function fileNameOf(
  { filename, mimeType }: MediaContent,
  { id }: MediaProps['file'],
): string {
  return savedName({ filename, mimeType, shownType: null }, id);
}
