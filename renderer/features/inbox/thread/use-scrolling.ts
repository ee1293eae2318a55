import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { MessageId } from '#shared/ids.ts';
import { useThread } from '../../../stores/thread.ts';

/** Moves the view where the store wants it: to the end, or to a message that is pointed out. */
export function useScrolling(
  list: RefObject<VirtuosoHandle | null>,
  /** Answers whether the message is drawn already. */
  focusMessage: (id: MessageId) => boolean,
): void {
  const descents = useThread((state) => state.descents);
  useEffect(() => {
    if (descents > 0) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  }, [descents, list]);

  const messages = useThread((state) => state.messages);
  const notes = useThread((state) => state.notes);
  useEffect(() => {
    // A status or a failure under the last bubble makes it taller: the end stays in view.
    if (messages.length + notes.length > 0 && useThread.getState().isAtBottom)
      list.current?.autoscrollToBottom();
  }, [messages, notes, list]);

  // Not ended when the flash is over: with reduced motion that is before the message is drawn.
  const seeking = useRef<AbortController>(undefined);
  useEffect(() => () => seeking.current?.abort(), []);
  const flashing = useThread((state) => state.flashing);
  useEffect(() => {
    if (flashing === undefined) return;
    const index = useThread.getState().messages.findIndex(({ id }) => id === flashing);
    if (index === -1) return;
    seeking.current?.abort();
    seeking.current = new AbortController();
    list.current?.scrollToIndex({ index, align: 'center' });
    untilDone(seeking.current.signal, () => {
      if (focusMessage(flashing)) return true;
      // A list that is only just finding its first place forgets where it was sent.
      list.current?.scrollToIndex({ index, align: 'center' });
      return false;
    });
  }, [flashing, list, focusMessage]);
}

const FRAMES = 30;

/** Tries once a frame for half a second: the list draws what it scrolls to in its own time. */
function untilDone(signal: AbortSignal, attempt: () => boolean): void {
  let left = FRAMES;
  function again() {
    left -= 1;
    if (!signal.aborted && !attempt() && left > 0) requestAnimationFrame(again);
  }
  requestAnimationFrame(again);
}
