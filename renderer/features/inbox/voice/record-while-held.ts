import type { PointerEvent as ReactPointerEvent } from 'react';
import type { ChatId } from '#shared/ids.ts';
import {
  cancelRecording,
  finishRecording,
  startRecording,
  useRecorder,
} from '../../../stores/recorder.ts';

/** A shorter press means: go on recording until I say stop. */
const HELD_MS = 400;
const CANCEL_PX = 120;

/**
 * Records while the button is held; sliding back to where a line begins throws the recording away.
 * The button makes room for the recorder at once, so the pointer is followed over the whole window.
 */
export function recordWhileHeld(chatId: ChatId, press: ReactPointerEvent): void {
  if (press.button !== 0) return;
  const { pointerId, clientX: startX, timeStamp: startedAt } = press;
  const isRightToLeft = getComputedStyle(press.currentTarget).direction === 'rtl';
  const letGo = new AbortController();
  const { signal } = letGo;

  function onMove(event: PointerEvent) {
    if (event.pointerId !== pointerId) return;
    const slid = (event.clientX - startX) * (isRightToLeft ? 1 : -1);
    if (slid < CANCEL_PX) {
      useRecorder.setState({ slide: Math.max(0, slid / CANCEL_PX) });
      return;
    }
    letGo.abort();
    cancelRecording();
  }

  function onRelease(event: PointerEvent) {
    if (event.pointerId !== pointerId) return;
    letGo.abort();
    useRecorder.setState({ slide: undefined });
    if (event.timeStamp - startedAt >= HELD_MS) void finishRecording('keep');
  }

  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onRelease, { signal });
  window.addEventListener('pointercancel', onRelease, { signal });
  void startRecording(chatId);
}
