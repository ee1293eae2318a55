import { useEffect, useState } from 'react';
import { useThread } from '../../../stores/thread.ts';

/** Frames to wait at most; a list that is still moving then is shown as it is. */
const FRAMES = 20;

interface Start {
  readonly isPlaced: boolean;
  readonly scrollerRef: (scroller: HTMLElement | Window | null) => void;
}

/**
 * Brings a fresh list to its end before it is shown. The list could do so itself, but takes a
 * quarter of a second for it, and a click on a chat may take a tenth.
 */
export function useStartAtEnd(isWanted: boolean): Start {
  const [scroller, setScroller] = useState<HTMLElement>();
  const [isPlaced, setPlaced] = useState(!isWanted);

  useEffect(() => {
    if (!isWanted || scroller === undefined) return undefined;
    const element = scroller;
    let left = FRAMES;
    let frame = requestAnimationFrame(settle);
    function settle() {
      left -= 1;
      if (isAtEnd(element) || left === 0) {
        setPlaced(true);
        return;
      }
      element.scrollTop = element.scrollHeight;
      frame = requestAnimationFrame(settle);
    }
    return () => cancelAnimationFrame(frame);
  }, [isWanted, scroller]);

  return {
    isPlaced,
    scrollerRef: (element) => setScroller(element instanceof HTMLElement ? element : undefined),
  };
}

function isAtEnd(scroller: HTMLElement): boolean {
  const last = useThread.getState().messages.at(-1);
  const isDrawn =
    last !== undefined && scroller.querySelector(`[data-message="${last.id}"]`) !== null;
  return isDrawn && scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= 1;
}
