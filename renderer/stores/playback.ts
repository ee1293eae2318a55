import { create } from 'zustand';
import type { Preferences } from '#shared/preferences.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { useThread } from './thread.ts';
import { nextVoiceMessage, soundOf } from './voice-run.ts';

/** A sound that can be played. */
export interface Sound {
  /** One per place on the screen: two messages can carry the same file. */
  readonly id: string;
  readonly url: string;
  /** What is being listened to, in words. */
  readonly title: string;
  /** The message it came with; undefined for what was not sent yet. */
  readonly from:
    | { readonly chatId: ChatId; readonly chatName: string; readonly messageId: MessageId }
    | undefined;
}

type Speed = Preferences['playbackSpeed'];

interface Playback {
  /** The one sound that plays or waits in the middle. */
  readonly sound: Sound | undefined;
  readonly isPlaying: boolean;
  readonly positionS: number;
  /** 0 until it is known. */
  readonly durationS: number;
  /** Its own player is on the screen. */
  readonly isInSight: boolean;
  /** Sounds that turned out to be none that can be played here. */
  readonly broken: ReadonlySet<string>;
  readonly player: HTMLAudioElement | undefined;
}

const NOTHING = {
  sound: undefined,
  isPlaying: false,
  positionS: 0,
  durationS: 0,
  isInSight: false,
} as const;

export const usePlayback = create<Playback>()(() => ({
  ...NOTHING,
  broken: new Set(),
  player: undefined,
}));

/** Plays it from where it stands or from its start, and holds whatever else plays. */
export function play(sound: Sound): void {
  const now = usePlayback.getState();
  const player = now.player ?? createPlayer();
  if (now.sound?.id !== sound.id) {
    usePlayback.setState({ ...NOTHING, sound, isInSight: true, player });
    player.src = sound.url;
  }
  player.playbackRate = currentSpeed();
  holdVideos();
  // A player that is told to pause before it began rejects; nothing is lost by that.
  player.play().catch(() => undefined);
}

export function hold(): void {
  usePlayback.getState().player?.pause();
}

export function toggle(sound: Sound): void {
  const now = usePlayback.getState();
  if (now.sound?.id === sound.id && now.isPlaying) hold();
  else play(sound);
}

/** Ends it for good; the next press starts from the beginning. */
export function stopPlaying(): void {
  const { player } = usePlayback.getState();
  player?.pause();
  player?.removeAttribute('src');
  usePlayback.setState(NOTHING);
}

/** Goes to a place of the sound, in seconds; without playing it if it was still. */
export function seek(sound: Sound, to: number, durationS: number): void {
  const now = usePlayback.getState();
  const player = now.player ?? createPlayer();
  if (now.sound?.id !== sound.id) {
    player.pause();
    usePlayback.setState({ ...NOTHING, sound, isInSight: true, durationS, player });
    player.src = sound.url;
  }
  const place = Math.min(Math.max(0, to), durationS);
  player.currentTime = place;
  usePlayback.setState({ positionS: place });
}

export const SPEEDS = [1, 1.5, 2] as const satisfies readonly Speed[];

export function currentSpeed(): Speed {
  return usePreferences.getState().preferences?.playbackSpeed ?? 1;
}

export function nextSpeed(): void {
  const next = SPEEDS[(SPEEDS.indexOf(currentSpeed()) + 1) % SPEEDS.length] ?? 1;
  const { player } = usePlayback.getState();
  if (player !== undefined) player.playbackRate = next;
  void changePreferences({ playbackSpeed: next });
}

/** Whether the player of this sound can be seen. */
export function noteSight(id: string, isInSight: boolean): void {
  if (usePlayback.getState().sound?.id === id) usePlayback.setState({ isInSight });
}

function createPlayer(): HTMLAudioElement {
  const player = new Audio();
  player.preload = 'metadata';
  player.addEventListener('play', () => usePlayback.setState({ isPlaying: true }));
  player.addEventListener('pause', () => usePlayback.setState({ isPlaying: false }));
  player.addEventListener('timeupdate', () =>
    usePlayback.setState({ positionS: player.currentTime }),
  );
  player.addEventListener('durationchange', () => {
    if (Number.isFinite(player.duration)) usePlayback.setState({ durationS: player.duration });
  });
  player.addEventListener('ended', playNext);
  player.addEventListener('error', markBroken);
  // A video that starts holds the voice, as the voice holds videos. Media events do not bubble.
  document.addEventListener('play', hold, { capture: true });
  return player;
}

/** Voice messages that were spoken one after the other are heard so. */
function playNext(): void {
  const { sound } = usePlayback.getState();
  usePlayback.setState({ isPlaying: false, positionS: 0 });
  if (sound?.from === undefined) return;
  const next = nextVoiceMessage(useThread.getState().messages, sound.from.messageId);
  const nextSound = next && soundOf(next);
  if (nextSound !== undefined) play(nextSound);
}

function markBroken(): void {
  const { sound } = usePlayback.getState();
  if (sound === undefined) return;
  usePlayback.setState(({ broken }) => ({ ...NOTHING, broken: new Set(broken).add(sound.url) }));
}

function holdVideos(): void {
  for (const video of document.querySelectorAll('video')) video.pause();
}
