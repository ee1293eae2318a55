import { app, BrowserWindow } from 'electron';
import { EXIT } from '../../launch/exit-code.ts';
import { askedToEnd, explainFailure } from '../../launch/program.ts';

/** However the app is asked to end, the windows go at once and the core gets its time to finish. */
export function quitCleanly(stop: () => Promise<void>): void {
  let isEnding = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    stop().then(
      () => app.exit(EXIT.done),
      (error: unknown) => app.exit(explainFailure(error)),
    );
  });
  // On the Mac an app without windows stays; deliveries go on coming in.
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void askedToEnd().then(() => app.quit());
}
