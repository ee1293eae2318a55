import { t } from 'i18next';
import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import { MicrophoneRefusal, openMicrophone } from '../sound/microphone.ts';
import type { Microphone } from '../sound/microphone.ts';
import { isBusy, nextRecording } from '../sound/recording.ts';
import type {
  Recording,
  RecordingEnd,
  RecordingEvent,
  RecordingProblem,
} from '../sound/recording.ts';
import { findRescued, forgetRescued, startRescue } from '../sound/rescue.ts';
import type { Rescue } from '../sound/rescue.ts';
import { isFull } from '../sound/voice-note-size.ts';
import { announce } from './live-text.ts';
import { hold } from './playback.ts';
import { offerUndo, sayFailure } from './toasts.ts';
import { keepVoiceNote } from './voice-notes.ts';

interface Recorder {
  readonly recording: Recording;
  readonly microphone: Microphone | undefined;
  readonly rescue: Rescue | undefined;
  /** Recorded so far. */
  readonly bytes: number;
  /** While the button is held down: how far it was slid towards cancelling, 0 to 1. */
  readonly slide: number | undefined;
  /** Rises with every beginning, so that a late answer to an earlier question is known as such. */
  readonly attempt: number;
}

const NOTHING = { microphone: undefined, rescue: undefined, slide: undefined } as const;

export const useRecorder = create<Recorder>()(() => ({
  ...NOTHING,
  recording: { phase: 'idle' },
  bytes: 0,
  attempt: 0,
}));

/** Asks for the microphone and records for this chat. Does nothing while something is recorded. */
export async function startRecording(chatId: ChatId): Promise<void> {
  if (isBusy(useRecorder.getState().recording)) return;
  const attempt = useRecorder.getState().attempt + 1;
  useRecorder.setState({ attempt, bytes: 0 });
  dispatch({ kind: 'ask', chatId });
  hold();
  const isCurrent = () => useRecorder.getState().attempt === attempt;
  try {
    const microphone = await openMicrophone({
      onPiece: (piece) => isCurrent() && notePiece(piece),
      onLost: () => isCurrent() && void finish({ kind: 'cutOff', at: now(), problem: 'lost' }),
    });
    if (!isCurrent()) {
      await microphone.stop();
      return;
    }
    useRecorder.setState({ microphone, rescue: startRescue(chatId) });
    dispatch({ kind: 'granted', at: now() });
    announce(t('voice.started'));
  } catch (error) {
    if (isCurrent()) fail(error instanceof MicrophoneRefusal ? error.problem : 'unavailable');
  }
}

export function pauseRecording(): void {
  useRecorder.getState().microphone?.pause();
  dispatch({ kind: 'pause', at: now() });
}

export function resumeRecording(): void {
  useRecorder.getState().microphone?.resume();
  dispatch({ kind: 'resume', at: now() });
}

/** Ends the recording and makes a voice message of it. */
export async function finishRecording(end: RecordingEnd): Promise<void> {
  await finish({ kind: 'finish', at: now(), end });
}

/** The chat is left: what was said until then is kept, and a microphone that only comes now is not wanted. */
export function leaveRecording(): void {
  const { recording } = useRecorder.getState();
  if (recording.phase === 'asking') cancelRecording();
  else void finishRecording('keep');
}

/** Throws away what was recorded; for a while that can be taken back. */
export function cancelRecording(): void {
  const { recording, microphone, rescue, attempt } = useRecorder.getState();
  useRecorder.setState({ ...NOTHING, attempt: attempt + 1 });
  dispatch({ kind: 'clear' });
  if (!('chatId' in recording) || microphone === undefined) return;
  const heard = microphone.stop();
  void rescue?.forget();
  offerUndo(t('voice.cancelled'), async () => {
    const problem = await keepVoiceNote(recording.chatId, await heard, 'keep');
    if (problem !== undefined) sayFailure(t(`voice.problem.${problem}`));
  });
}

/** The complaint was read. */
export function dismissRecordingProblem(): void {
  dispatch({ kind: 'clear' });
}

/** Puts what an earlier page was recording when it was closed into its chat's field. */
export async function recoverRecording(): Promise<void> {
  const found = await findRescued();
  if (found === undefined) return;
  const { chatId, heard } = found;
  const problem = await keepVoiceNote(chatId, heard, 'keep');
  // What could not be kept now is tried again at the next start.
  if (problem === 'notKept') return;
  await forgetRescued();
  if (problem !== undefined || isBusy(useRecorder.getState().recording)) return;
  useRecorder.setState({ recording: { phase: 'failed', chatId, problem: 'interrupted' } });
}

function notePiece(piece: Blob): void {
  useRecorder.getState().rescue?.add(piece);
  const bytes = useRecorder.getState().bytes + piece.size;
  useRecorder.setState({ bytes });
  if (isFull(bytes)) void finish({ kind: 'cutOff', at: now(), problem: 'full' });
}

async function finish(
  event: Extract<RecordingEvent, { readonly kind: 'finish' | 'cutOff' }>,
): Promise<void> {
  dispatch(event);
  const { recording, microphone, rescue } = useRecorder.getState();
  if (recording.phase !== 'finishing' || microphone === undefined) return;
  useRecorder.setState({ microphone: undefined, slide: undefined });
  const heard = await microphone.stop();
  useRecorder.setState({ rescue: undefined });
  const problem = await keepVoiceNote(recording.chatId, heard, recording.end);
  if (problem === 'notKept') rescue?.leave();
  else await rescue?.forget();
  if (problem === undefined) dispatch({ kind: 'done' });
  else fail(problem);
}

function fail(problem: RecordingProblem): void {
  dispatch({ kind: 'failed', problem });
}

function dispatch(event: RecordingEvent): void {
  useRecorder.setState(({ recording }) => ({ recording: nextRecording(recording, event) }));
}

/** A clock that the owner cannot set. */
function now(): number {
  return performance.now();
}
