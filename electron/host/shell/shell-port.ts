import { ipcMain, Notification } from 'electron';
import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Log } from '../../log.ts';
import { CHANNEL } from '../channels.ts';
import type { ShellRequest } from '../channels.ts';
import type { AppWindow } from './app-window.ts';
import { showBadge } from './badge.ts';
import { openExternal } from './navigation.ts';
import { isOurPage } from './sender.ts';

const requestSchema: z.ZodType<ShellRequest> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notify'),
    id: z.int().positive(),
    notification: z.strictObject({
      title: z.string().max(500),
      body: z.string().max(5_000),
      tag: z.string().max(200),
    }),
  }),
  z.strictObject({ kind: z.literal('badge'), count: z.int().min(0) }),
  z.strictObject({ kind: z.literal('open_external'), address: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('save_media'), id: z.int().positive() }),
  z.strictObject({ kind: z.literal('drag_media'), id: z.int().positive() }),
  z.strictObject({ kind: z.literal('open_media'), id: z.int().positive() }),
]);

export interface ShellPortDeps {
  readonly window: AppWindow;
  readonly saveMedia: (id: MediaId) => Promise<void>;
  readonly dragMedia: (id: MediaId) => Promise<void>;
  readonly openMedia: (id: MediaId) => Promise<void>;
  readonly log: Log;
}

/** What the desktop does for the window: notifications, the badge, links that lead outside. */
export function openShellPort({ window, log, ...files }: ShellPortDeps): void {
  const shown = new Map<string, Notification>();

  ipcMain.on(CHANNEL.shell, (event, message: unknown) => {
    const request = requestSchema.safeParse(message);
    if (!isOurPage(event, window.current()) || !request.success) {
      log.warn({}, 'a message to the desktop was refused');
      return;
    }
    serve(request.data);
  });

  function serve(request: ShellRequest): void {
    switch (request.kind) {
      case 'notify':
        notify(request);
        return;
      case 'badge':
        showBadge(request.count, window.current());
        return;
      case 'open_external':
        openExternal(request.address).catch((error: unknown) => {
          log.warn({ error }, 'a link could not be opened');
        });
        return;
      case 'save_media':
        files.saveMedia(asId<MediaId>(request.id)).catch((error: unknown) => {
          log.warn({ error }, 'a file could not be saved');
        });
        return;
      case 'drag_media':
        files.dragMedia(asId<MediaId>(request.id)).catch((error: unknown) => {
          log.warn({ error }, 'a file could not be dragged');
        });
        return;
      case 'open_media':
        files.openMedia(asId<MediaId>(request.id)).catch((error: unknown) => {
          log.warn({ error }, 'a file could not be opened');
        });
        return;
      default:
        unreachable(request);
    }
  }

  function notify({ id, notification: note }: Extract<ShellRequest, { kind: 'notify' }>): void {
    if (!Notification.isSupported()) return;
    shown.get(note.tag)?.close();
    // Kept, because a notification that is collected as garbage loses its click.
    const notification = new Notification({ title: note.title, body: note.body });
    shown.set(note.tag, notification);
    notification.on('click', () => {
      window.show();
      window.current()?.webContents.send(CHANNEL.notificationClicked, id);
    });
    notification.on('close', () => {
      if (shown.get(note.tag) === notification) shown.delete(note.tag);
    });
    notification.show();
  }
}
