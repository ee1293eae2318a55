import { create } from 'zustand';
import type { Waveform } from '../sound/peaks.ts';
import { startWaveformReader } from '../sound/waveform-reader.ts';
import type { WaveformReader } from '../sound/waveform-reader.ts';

/** Voice messages are far smaller; whole concerts are not worth the reading. */
const LARGEST_READ = 5_000_000;

interface Waveforms {
  /** By address; `wanted` is being read, `none` has nothing to show. Kept while the page lives. */
  readonly known: ReadonlyMap<string, Waveform | 'wanted' | 'none'>;
  /** Started with the first sound that is shown. */
  readonly reader: WaveformReader | undefined;
}

export const useWaveforms = create<Waveforms>()(() => ({ known: new Map(), reader: undefined }));

/** Has the outline of a sound read, once. */
export async function wantWaveform(url: string, bytes: number): Promise<void> {
  if (useWaveforms.getState().known.has(url)) return;
  if (bytes > LARGEST_READ) return keep(url, 'none');
  keep(url, 'wanted');
  const reader = useWaveforms.getState().reader ?? startWaveformReader();
  useWaveforms.setState({ reader });
  keep(url, (await reader.read(url)) ?? 'none');
}

function keep(url: string, waveform: Waveform | 'wanted' | 'none'): void {
  useWaveforms.setState(({ known }) => ({ known: new Map(known).set(url, waveform) }));
}

export function useWaveform(url: string): Waveform | undefined {
  const known = useWaveforms((state) => state.known.get(url));
  return typeof known === 'object' ? known : undefined;
}
