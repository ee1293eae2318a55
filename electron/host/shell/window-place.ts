import type { Rectangle } from 'electron';
import { z } from 'zod';

const DEFAULT_SIZE = { width: 1280, height: 820 };
export const MINIMUM_SIZE = { width: 720, height: 480 };
/** So much of a window must lie on some display that its title bar can be grasped. */
const GRASP = 80;

const placeSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximized: z.boolean(),
});

export interface Place {
  /** Without x and y the system chooses where. */
  readonly bounds: { readonly width: number; readonly height: number } & Partial<Rectangle>;
  readonly maximized: boolean;
}

/** Where the window stood last time, if that still makes sense on the displays of today. */
export function placeOn(displays: readonly Rectangle[], stored: unknown): Place {
  const place = placeSchema.safeParse(stored);
  if (!place.success) return { bounds: DEFAULT_SIZE, maximized: false };
  const { bounds, maximized } = place.data;
  const size = {
    width: Math.max(bounds.width, MINIMUM_SIZE.width),
    height: Math.max(bounds.height, MINIMUM_SIZE.height),
  };
  const fits = displays.some((display) => canBeGrasped(bounds, display));
  return { bounds: fits ? { ...size, x: bounds.x, y: bounds.y } : size, maximized };
}

function canBeGrasped(window: Rectangle, display: Rectangle): boolean {
  const visibleWidth =
    Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const topIsVisible = window.y >= display.y && window.y < display.y + display.height - GRASP;
  return visibleWidth >= GRASP && topIsVisible;
}
