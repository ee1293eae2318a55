import { useTranslation } from 'react-i18next';
import { AudioLines, FileText, Film, Image, Mic, Sticker } from 'lucide-react';
import { Words } from '../message/Words.tsx';
import type { BodyProps } from './body-props.ts';
import { FileCard } from './FileCard.tsx';
import { MetaLine } from './MetaLine.tsx';
import { fileKind } from './file-kind.ts';

const ICONS = {
  image: Image,
  video: Film,
  audio: AudioLines,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
} as const;

export function MediaCard({ content, meta }: BodyProps<'media'>) {
  const { t } = useTranslation();
  const kind = content.isVoice ? 'voice' : content.media;
  const name = t(`content.${kind}`);
  const format = fileKind(content.mimeType, content.filename);
  const detail = content.filename === null ? format : [name, format].filter(Boolean).join(' · ');
  return (
    <>
      <FileCard icon={ICONS[kind]} title={content.filename ?? name} detail={detail} />
      {content.caption === '' ? (
        <MetaLine>{meta}</MetaLine>
      ) : (
        <Words text={content.caption} meta={meta} />
      )}
    </>
  );
}
