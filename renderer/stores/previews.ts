import { create } from 'zustand';
import type { MediaId } from '#shared/ids.ts';
import { draw } from '../pictures/draw.ts';
import { UndrawableError } from '../pictures/drawn.ts';
import type { Drawn } from '../pictures/drawn.ts';
import type { PreviewKind } from '../pictures/preview-kind.ts';
import { call } from './core.ts';

interface WantedPreview {
  readonly id: MediaId;
  readonly kind: PreviewKind;
}

interface Previews {
  /** What stands on the screen without a small picture; the last that came is drawn first. */
  readonly line: readonly WantedPreview[];
  readonly isDrawing: boolean;
}

const usePreviews = create<Previews>()(() => ({ line: [], isDrawing: false }));

/**
 * Has a small picture drawn when there is time, one after another. The message brings it when it is
 * there. Returns the function that wants it no longer.
 */
export function wantPreview(wanted: WantedPreview): () => void {
  usePreviews.setState(({ line }) => ({ line: [...line, wanted] }));
  void drawOn();
  return () => {
    usePreviews.setState(({ line }) => ({ line: line.filter((one) => one !== wanted) }));
  };
}

async function drawOn(): Promise<void> {
  if (usePreviews.getState().isDrawing) return;
  usePreviews.setState({ isDrawing: true });
  for (let next = take(); next !== undefined; next = take()) {
    await idle();
    await drawOne(next);
  }
  usePreviews.setState({ isDrawing: false });
}

function take(): WantedPreview | undefined {
  const { line } = usePreviews.getState();
  const next = line.at(-1);
  // The same content may stand on the screen twice; its preview is for both.
  usePreviews.setState({ line: line.filter(({ id }) => id !== next?.id) });
  return next;
}

/** Typing and scrolling go first. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 1_000 });
  });
}

async function drawOne({ id, kind }: WantedPreview): Promise<void> {
  try {
    const isTaken = await handIn(id, await draw(kind, window.frontdesk.shell.mediaUrl(id)));
    if (!isTaken) await call('media.noPreview', { mediaId: id });
  } catch (error) {
    // When only the way to the file was cut, it is drawn the next time it is looked at.
    if (error instanceof UndrawableError) await call('media.noPreview', { mediaId: id });
  }
}

/** False when the core does not take it for a small picture. */
async function handIn(id: MediaId, { blob, pages, durationMs }: Drawn): Promise<boolean> {
  const facts = new URLSearchParams({
    ...(pages !== undefined && { pages: String(pages) }),
    ...(durationMs !== undefined && { duration: String(durationMs) }),
  });
  const response = await fetch(`${window.frontdesk.shell.previewUrl(id)}?${facts}`, {
    method: 'POST',
    // Without a type: one would have to be asked for first where files have an origin of their own.
    body: await blob.arrayBuffer(),
  });
  return response.ok || response.status === 404;
}
