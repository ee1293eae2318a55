import { useEffect, useEffectEvent } from 'react';

/** Answers Escape wherever the focus is, unless something there wants it for itself. */
export function useEscape(run: (() => void) | undefined): void {
  const runLatest = useEffectEvent(() => run?.());
  const isAnswered = run !== undefined;
  useEffect(() => {
    if (!isAnswered) return undefined;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      runLatest();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isAnswered]);
}
