import { contextBridge, ipcRenderer } from 'electron';
import type { FrontdeskBridge, Shell } from '#shared/bridge.ts';
import { writeFileNote } from '#shared/file-door.ts';
import { readAnswer } from './host/answer.ts';
import { APP_ORIGIN, CHANNEL, FILES_PATH, MEDIA_SCHEME } from './host/channels.ts';
import type { ShellRequest } from './host/channels.ts';
import { createEventListeners, isEventEnvelope } from './host/event-listeners.ts';

const listeners = createEventListeners();
ipcRenderer.on(CHANNEL.event, (_event, envelope: unknown) => {
  if (isEventEnvelope(envelope)) listeners.deliver(envelope.name, envelope.payload);
});

const clicks = new Map<string, { readonly id: number; readonly onClick: () => void }>();
let lastNotification = 0;
ipcRenderer.on(CHANNEL.notificationClicked, (_event, id: unknown) => {
  for (const click of clicks.values()) if (click.id === id) click.onClick();
});

function ask(request: ShellRequest): void {
  ipcRenderer.send(CHANNEL.shell, request);
}

const shell: Shell = {
  platform: platform(process.platform),
  notify(notification, onClick) {
    lastNotification += 1;
    // One tag, one notification on screen: an older one can't be clicked any more.
    clicks.set(notification.tag, { id: lastNotification, onClick });
    ask({ kind: 'notify', id: lastNotification, notification });
  },
  setBadge: (count) => ask({ kind: 'badge', count }),
  openExternal: (address) => ask({ kind: 'open_external', address }),
  mediaUrl: (id) => `${MEDIA_SCHEME}://file/${id}`,
  previewUrl: (id) => `${MEDIA_SCHEME}://preview/${id}`,
  saveMedia: (id) => ask({ kind: 'save_media', id }),
  dragMedia: (id) => ask({ kind: 'drag_media', id }),
  openMedia: (id) => ask({ kind: 'open_media', id }),
};

function platform(name: NodeJS.Platform): Shell['platform'] {
  if (name === 'darwin') return 'mac';
  return name === 'win32' ? 'windows' : 'linux';
}

const bridge: FrontdeskBridge = {
  invoke: async (command, input) =>
    readAnswer(await ipcRenderer.invoke(CHANNEL.invoke, command, input)),
  on: (event, listener) => listeners.on(event, listener),
  shell,
  files: { address: (note) => `${APP_ORIGIN}${FILES_PATH}?${writeFileNote(note)}` },
};

contextBridge.exposeInMainWorld('frontdesk', bridge);
