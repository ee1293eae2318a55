import type { BrowserWindow, WebContents, WebFrameMain } from 'electron';
import { isAppUrl } from './app-scheme.ts';

export interface Sender {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}

/** Whether a message comes from our own page: the top frame of our window, at our address. */
export function isOurPage(
  { sender, senderFrame }: Sender,
  window: BrowserWindow | undefined,
): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    sender === window?.webContents &&
    isAppUrl(senderFrame.url)
  );
}
