import { acquireHomeLock } from '#electron/launch/home-lock.ts';

/** A program of its own that takes the lock of a home, says what came of it, and stays. */
const home = process.argv[2];
if (home === undefined) throw new Error('The home is missing.');
const lock = await acquireHomeLock(home);
process.send?.(lock.held ? { held: true } : lock);
if (lock.held) {
  process.on('message', () => {
    lock.release();
    process.disconnect();
  });
} else {
  process.disconnect();
}
