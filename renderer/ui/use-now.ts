import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The time in ms since 1970, at the start of the running minute; renders again as each begins. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, minute);
}

function minute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}

function everyMinute(tick: () => void): () => void {
  let timer = setTimeout(onMinute, untilNextMinute());
  function onMinute() {
    tick();
    timer = setTimeout(onMinute, untilNextMinute());
  }
  // Timers sleep with the laptop; whoever comes back must not see an old window.
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

function untilNextMinute(): number {
  return MINUTE_MS - (Date.now() % MINUTE_MS);
}
