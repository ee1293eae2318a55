import type { ReactNode } from 'react';
import { unreachable } from '#shared/unreachable.ts';
import type { MediaFile } from '#shared/models/media-file.ts';
import type { Message } from '#shared/models/message.ts';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { Words } from '../../../ui/message/Words.tsx';
import { AbsentFile } from './AbsentFile.tsx';
import { Clip } from './Clip.tsx';
import { Picture } from './Picture.tsx';
import { SavableFile } from './SavableFile.tsx';
import { SoundPlayer } from './SoundPlayer.tsx';
import type { MediaContent } from './media-props.ts';

interface MediaBodyProps {
  readonly message: Message;
  readonly content: MediaContent;
  /** Time and ticks. */
  readonly meta: ReactNode;
}

/** A file in its bubble: shown or played where that is safe, else a card; or why it is not here. */
export function MediaBody({ message, content, meta }: MediaBodyProps) {
  return (
    <>
      {file(message, content, content.file)}
      {content.caption === '' ? (
        <MetaLine>{meta}</MetaLine>
      ) : (
        <Words text={content.caption} meta={meta} />
      )}
    </>
  );
}

function file(message: Message, content: MediaContent, known: MediaFile | null): ReactNode {
  if (known?.state !== 'present') return <AbsentFile content={content} file={known} />;
  const props = { message, content, file: known };
  // What was sent as a document stays one, even if it is a picture.
  if (content.media === 'document') return <SavableFile {...props} />;
  switch (known.shownAs) {
    case 'image':
      return <Picture {...props} />;
    case 'video':
      return <Clip {...props} />;
    case 'audio':
      return <SoundPlayer key={known.id} {...props} />;
    case null:
      return <SavableFile {...props} />;
    default:
      return unreachable(known.shownAs);
  }
}
