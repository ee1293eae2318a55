import { app, shell } from 'electron';
import { externalLink } from '../external-link.ts';
import { isAppUrl } from './app-scheme.ts';

/** Whatever a page tries: it stays our page, in our one window, without pages of others inside. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', stayHome);
    contents.on('will-frame-navigate', stayHome);
    contents.on('will-redirect', stayHome);
  });
}

function stayHome(navigation: { readonly url: string; preventDefault(): void }): void {
  if (!isAppUrl(navigation.url)) navigation.preventDefault();
}

/** Opens a link in the owner's browser, mail or telephone program; refuses every other kind. */
export async function openExternal(address: string): Promise<void> {
  const link = externalLink(address);
  if (link !== undefined) await shell.openExternal(link);
}
