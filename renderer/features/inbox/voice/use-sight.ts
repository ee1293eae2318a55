import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { noteSight } from '../../../stores/playback.ts';
import type { Sound } from '../../../stores/playback.ts';
import { wantWaveform } from '../../../stores/waveforms.ts';

/**
 * Watches whether the player of a sound can be seen: its outline is read only then, and only when
 * the page has nothing better to do, so that whoever scrolls past waits for nothing.
 */
export function useSight({ id, url }: Sound, bytes: number): RefObject<HTMLFieldSetElement | null> {
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (frame.current === null) return undefined;
    let idle: number | undefined;
    const observer = new IntersectionObserver((entries) => {
      const isInSight = entries.at(-1)?.isIntersecting === true;
      noteSight(id, isInSight);
      if (idle !== undefined) cancelIdleCallback(idle);
      idle = isInSight ? requestIdleCallback(() => void wantWaveform(url, bytes)) : undefined;
    });
    observer.observe(frame.current);
    return () => {
      observer.disconnect();
      if (idle !== undefined) cancelIdleCallback(idle);
      noteSight(id, false);
    };
  }, [id, url, bytes]);
  return frame;
}
