import type * as Electron from 'electron';
import {
  app,
  BrowserWindow,
  ipcMain,
  permissions,
  powerMonitor,
  protocolHandlers,
  record,
  WebContents,
} from './electron.ts';
import type { Frame } from './electron.ts';
import type { Order, Reply, Sender } from './orders.ts';
import { unreachable } from '#shared/unreachable.ts';

/** Does to the app what the test in the parent process orders, and answers with what came of it. */
process.on('message', (order: Order) => {
  carryOut(order).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
  );
});

function reply(answer: Reply): void {
  process.send?.(answer);
}

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'report':
      return report();
    case 'fetch':
      return await fetchPage(order);
    case 'invoke':
      return await handlerOf('frontdesk:invoke')(senderEvent(order.sender), ...order.args);
    case 'send':
      return ipcMain.emit('frontdesk:shell', senderEvent(order.sender), order.message);
    case 'navigate':
      return isPrevented((event) => contents().emit(order.event, { ...event, url: order.url }));
    case 'open_window':
      return openWindow(order.url);
    case 'ask_permission':
      return askPermission(order);
    case 'click_notification':
      return record.notifications.at(-1)?.emit('click');
    case 'resume':
      return powerMonitor.emit('resume');
    case 'quit':
      return app.quit();
    default:
      return unreachable(order);
  }
}

function report(): object {
  const [window] = BrowserWindow.getAllWindows();
  return {
    ...record,
    notifications: record.notifications.map((notification) => notification.options),
    userData: app.getPath('userData'),
    window: window && {
      options: window.options,
      isShown: window.isShown,
      url: window.webContents.mainFrame.url,
      sent: window.webContents.sent,
    },
  };
}

async function fetchPage({ url, method }: Extract<Order, { do: 'fetch' }>): Promise<object> {
  const { protocol } = new URL(url);
  const handler = protocolHandlers.get(protocol.slice(0, -1));
  if (handler === undefined) throw new Error(`Nobody answers ${protocol} addresses.`);
  const response = await handler(new Request(url, { method }));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function handlerOf(channel: string) {
  const handler = ipcMain.handlers.get(channel);
  if (handler === undefined) throw new Error(`Nobody handles ${channel}.`);
  return handler;
}

function contents(): WebContents {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('There is no window.');
  return window.webContents;
}

function senderEvent(who: Sender): { sender: WebContents; senderFrame: Frame | null } {
  const sender = contents();
  const page = sender.mainFrame;
  switch (who) {
    case 'our_page':
      return { sender, senderFrame: page };
    case 'foreign_address':
      return { sender, senderFrame: { url: 'https://evil.example/', parent: null } };
    case 'inner_frame':
      return { sender, senderFrame: { url: page.url, parent: page } };
    case 'other_contents':
      return { sender: new WebContents(), senderFrame: page };
    case 'gone_frame':
      return { sender, senderFrame: null };
    default:
      return unreachable(who);
  }
}

function isPrevented(happen: (event: { preventDefault(): void }) => void): boolean {
  let prevented = false;
  happen({ preventDefault: () => (prevented = true) });
  return prevented;
}

function openWindow(url: string): string | undefined {
  return contents().windowOpenHandler?.({
    url,
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: '', policy: 'no-referrer' },
  }).action;
}

/** The app may not look at who asks beyond the address, so the stand-in will do. */
function passesFor(asker: unknown): asker is Electron.WebContents {
  return asker instanceof WebContents;
}

function askPermission({
  permission,
  from,
  media,
}: Extract<Order, { do: 'ask_permission' }>): object {
  const asker: unknown = contents();
  if (!passesFor(asker)) throw new Error('There is no page to ask.');
  let granted: boolean | undefined;
  permissions.request?.(asker, permission, (answer) => (granted = answer), {
    isMainFrame: true,
    requestingUrl: from,
    mediaTypes: [...media],
  });
  const [mediaType] = media;
  const checked = permissions.check?.(asker, permission, from, {
    isMainFrame: true,
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  return { granted, checked };
}
