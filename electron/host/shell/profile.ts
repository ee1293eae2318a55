import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { EXIT, LaunchError } from '../../launch/exit-code.ts';
import { holderOfHome } from '../../launch/home-lock.ts';
import { homeInUse } from '../../launch/running-core.ts';

/**
 * Gives Chromium a folder of its own inside the home, so that windows of two homes don't meet, and
 * claims it. Must run before the app is ready. When another window has it, that one comes to the
 * front and this throws a `LaunchError`.
 */
export function claimProfile(home: string): string {
  const profile = join(home, 'desktop');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  if (!app.requestSingleInstanceLock()) {
    throw new LaunchError(EXIT.homeInUse, homeInUse(home, holderOfHome(home) ?? null));
  }
  return profile;
}
