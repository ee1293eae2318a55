import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What was added last, or what is wrong with it, should be seen. */
export function useSeenWhenAdded(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [card]);
}
