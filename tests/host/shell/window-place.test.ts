import { describe, expect, it } from 'vitest';
import { placeOn } from '#electron/host/shell/window-place.ts';

const SCREEN = { x: 0, y: 25, width: 1440, height: 875 };
const SECOND = { x: 1440, y: 0, width: 1920, height: 1080 };
const LEFT_OPEN = { x: 1500, y: 40, width: 1000, height: 700 };

describe('the place of the window', () => {
  it('is where it was left', () => {
    expect(placeOn([SCREEN, SECOND], { bounds: LEFT_OPEN, maximized: true })).toEqual({
      bounds: LEFT_OPEN,
      maximized: true,
    });
  });

  it('is left to the system when its display is gone, in the size it had', () => {
    expect(placeOn([SCREEN], { bounds: LEFT_OPEN, maximized: false })).toEqual({
      bounds: { width: 1000, height: 700 },
      maximized: false,
    });
  });

  it.each([
    ['above the display', { ...LEFT_OPEN, y: -40 }],
    ['below it', { ...LEFT_OPEN, y: 1050 }],
    ['all but out at the side', { ...LEFT_OPEN, x: 1440 + 1920 - 20 }],
  ])('is not %s, where nobody could grasp it', (_where, bounds) => {
    expect(placeOn([SECOND], { bounds, maximized: false }).bounds).not.toHaveProperty('x');
  });

  it('is never smaller than the app can be used', () => {
    const tiny = { x: 100, y: 100, width: 10, height: 10 };
    expect(
      placeOn([{ ...SCREEN, x: 50 }], { bounds: { ...tiny, width: 200 }, maximized: false }),
    ).toEqual({ bounds: { ...tiny, width: 720, height: 480 }, maximized: false });
  });

  it.each([undefined, null, 'here', {}, { bounds: { x: 'a' }, maximized: false }])(
    'is a usual one when %j was kept',
    (stored) => {
      expect(placeOn([SCREEN], stored)).toEqual({
        bounds: { width: 1280, height: 820 },
        maximized: false,
      });
    },
  );
});
