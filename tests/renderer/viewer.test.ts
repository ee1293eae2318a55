// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { openViewer, stepViewer, useViewer } from '../../renderer/stores/viewer.ts';
import { aMessage } from './builders.ts';
import { fakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

const PICTURES = [1, 2, 3, 4].map((id) => aMessage(id, { type: 'image' }));
const [first, second, , last] = PICTURES;

beforeEach(() => {
  const world = aWorld(0);
  for (const { chatId } of PICTURES) world.threads.set(chatId, PICTURES);
  const bridge = fakeBridge(world, { hasAccount: true });
  vi.stubGlobal('window', Object.assign(window, { frontdesk: bridge }));
  useViewer.setState(useViewer.getInitialState());
});

it('takes every step of somebody quicker than the core', async () => {
  if (first === undefined) throw new Error('no picture');
  const opening = openViewer(first);
  stepViewer(1);
  stepViewer(1);
  stepViewer(1);
  stepViewer(-1);
  stepViewer(1);
  await opening;
  expect(useViewer.getState()).toMatchObject({ shown: last, stepsLeft: 0 });
});

it('stops at the first and the last file, and starts anew from there', async () => {
  if (first === undefined) throw new Error('no picture');
  const opening = openViewer(first);
  stepViewer(-1);
  stepViewer(-1);
  await opening;
  expect(useViewer.getState()).toMatchObject({ shown: first, stepsLeft: 0 });
  stepViewer(1);
  await vi.waitFor(() => expect(useViewer.getState().beside?.older).toEqual(first));
  expect(useViewer.getState().shown).toEqual(second);
});
