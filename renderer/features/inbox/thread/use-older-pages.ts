import { useCallback, useEffect, useRef } from 'react';
import { loadOlder } from '../../../stores/thread.ts';

/** A page that comes in well above what is drawn moves nothing when its heights become known. */
const LOAD_BEFORE = 30;
/** While the list still finds its first place, a page from above would push it off. */
const SETTLED_AFTER_MS = 300;

/** Loads the page above in good time. Returns what to call with the first drawn message's position. */
export function useOlderPages(): (firstDrawn: number) => void {
  const drawnFrom = useRef(Infinity);
  const isSettled = useRef(false);

  useEffect(() => {
    const timer = setTimeout(() => {
      isSettled.current = true;
      if (drawnFrom.current < LOAD_BEFORE) void loadOlder();
    }, SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  return useCallback((firstDrawn) => {
    drawnFrom.current = firstDrawn;
    if (isSettled.current && firstDrawn < LOAD_BEFORE) void loadOlder();
  }, []);
}
