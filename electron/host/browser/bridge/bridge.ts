import type { FrontdeskBridge } from '#shared/bridge.ts';
import { writeFileNote } from '#shared/file-door.ts';
import { createEventListeners } from '../../event-listeners.ts';
import { createBrowserShell } from './browser-shell.ts';
import { openLine } from './line.ts';
import type { Socket, SocketHandlers } from './line.ts';

/** The token of this launch, which the page's own address carries. */
function token(): string {
  return new URLSearchParams(location.search).get('token') ?? '';
}

function openSocket(line: SocketHandlers): Socket {
  const socket = new WebSocket(`ws://${location.host}/ws`, ['frontdesk', token()]);
  socket.addEventListener('open', () => line.opened());
  socket.addEventListener('message', (message) => line.received(String(message.data)));
  socket.addEventListener('close', () => line.closed());
  return socket;
}

/** The page that the server sends has the key of this launch in it. */
function mediaKey(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="frontdesk-media"]')?.content ?? '';
}

const listeners = createEventListeners();
const line = openLine({ openSocket, listeners });

const bridge: FrontdeskBridge = {
  invoke: (command, input) => line.invoke(command, input),
  on: (event, listener) => listeners.on(event, listener),
  shell: createBrowserShell(mediaKey()),
  files: { address: (note) => `/files/${token()}?${writeFileNote(note)}` },
};

Object.defineProperty(window, 'frontdesk', { value: bridge });
