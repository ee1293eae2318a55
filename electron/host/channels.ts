import type { Notification } from '#shared/bridge.ts';

/** The names of the messages between the desktop window and the main process. */
export const CHANNEL = {
  invoke: 'frontdesk:invoke',
  event: 'frontdesk:event',
  shell: 'frontdesk:shell',
  notificationClicked: 'frontdesk:notification-clicked',
} as const;

/** The page's own address in the desktop window; it takes files under it. */
export const APP_ORIGIN = 'app://bundle';
export const FILES_PATH = '/files';

/** Answers `app-media://file/ID` in the desktop window. */
export const MEDIA_SCHEME = 'app-media';

/** What the window asks of the desktop around it. `id` comes back when the notification is clicked. */
export type ShellRequest =
  | { readonly kind: 'notify'; readonly id: number; readonly notification: Notification }
  | { readonly kind: 'badge'; readonly count: number }
  | { readonly kind: 'open_external'; readonly address: string }
  | { readonly kind: 'save_media'; readonly id: number }
  | { readonly kind: 'drag_media'; readonly id: number }
  | { readonly kind: 'open_media'; readonly id: number };
