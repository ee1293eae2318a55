import { soundOf } from '../../../stores/voice-run.ts';
import { usePlayback } from '../../../stores/playback.ts';
import { SoundBar } from '../voice/SoundBar.tsx';
import { SavableFile } from './SavableFile.tsx';
import type { MediaProps } from './media-props.ts';

/** A voice message or a song in its bubble; a card where this computer can't play it. */
export function SoundPlayer(props: MediaProps) {
  const sound = soundOf(props.message);
  const isBroken = usePlayback(({ broken }) => sound !== undefined && broken.has(sound.url));
  if (sound === undefined || isBroken) return <SavableFile {...props} />;
  return <SoundBar sound={sound} bytes={props.file.bytes ?? 0} />;
}
