import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/**
 * As much of Electron as Frontdesk's main process touches, without windows and without Chromium.
 * What the app does to it is kept in `record`; `remote.ts` plays the outside world. The shapes are
 * held against Electron's own types, except `on`, whose overloads return the whole original.
 */

type AppPart = Pick<
  Electron.App,
  | 'isPackaged'
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setBadgeCount'
  | 'setPath'
  | 'whenReady'
>;

interface AppRecord {
  readonly schemes: Electron.CustomScheme[];
  schemesCameInTime: boolean;
  isSandboxed: boolean;
  menuLabels: readonly (string | undefined)[];
  badge: number;
  readonly opened: string[];
  readonly notifications: Notification[];
  readonly dragged: string[];
  readonly openedFiles: string[];
}

export const record: AppRecord = {
  schemes: [],
  schemesCameInTime: false,
  isSandboxed: false,
  menuLabels: [],
  badge: 0,
  opened: [],
  notifications: [],
  dragged: [],
  openedFiles: [],
};

let isReady = false;
const paths = new Map<string, string>();

class App extends EventEmitter implements AppPart {
  readonly isPackaged = false;
  enableSandbox(): void {
    record.isSandboxed = !isReady;
  }
  async whenReady(): Promise<void> {
    // Like the original: ready only after the entry module has run to its end.
    await new Promise(setImmediate);
    isReady = true;
  }
  getPath(name: string): string {
    return paths.get(name) ?? '';
  }
  setPath(name: string, path: string): void {
    paths.set(name, path);
  }
  getFileIcon(path: string): Promise<object> {
    return Promise.resolve({ iconOf: path });
  }
  getVersion(): string {
    return '0.0.0';
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  setBadgeCount(count?: number): boolean {
    record.badge = count ?? 0;
    return true;
  }
  quit(): void {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.exit(0);
  }
  exit(code?: number): void {
    process.exit(code);
  }
}

export const app = new App();

export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

export class WebContents extends EventEmitter {
  mainFrame: Frame = { url: '', parent: null };
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;

  setWindowOpenHandler(handler: typeof this.windowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
  startDrag({ file }: { readonly file: string }): void {
    record.dragged.push(file);
  }
  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args });
  }
}

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setOverlayIcon'
  | 'show'
>;

const windows = new Set<BrowserWindow>();

export class BrowserWindow extends EventEmitter implements WindowPart {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents();
  isShown = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = { url, parent: null };
    await Promise.resolve();
    this.emit('ready-to-show');
  }
  show(): void {
    this.isShown = true;
  }
  close(): void {
    this.emit('close');
    windows.delete(this);
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
  focus(): void {}
  restore(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 40, y: 50, width: 1000, height: 700 };
  }
  setOverlayIcon(): void {}
}

type InvokeHandler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    this.handlers.set(channel, handler);
  }
}

export const ipcMain = new IpcMain();

export const powerMonitor = new EventEmitter();

export class Notification extends EventEmitter {
  readonly options: Electron.NotificationConstructorOptions;

  static isSupported(): boolean {
    return true;
  }
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show(): void {
    record.notifications.push(this);
  }
  close(): void {
    this.emit('close');
  }
}

type SessionPart = Pick<
  Electron.Session,
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
> & { readonly protocol: Pick<Electron.Protocol, 'handle'> };

type HandlerOf<Method extends keyof Electron.Session> = Electron.Session[Method] extends (
  handler: infer Handler,
  ...rest: never[]
) => void
  ? Handler
  : never;

export const permissions: {
  request: HandlerOf<'setPermissionRequestHandler'>;
  check: HandlerOf<'setPermissionCheckHandler'>;
  device: HandlerOf<'setDevicePermissionHandler'>;
} = { request: null, check: null, device: null };

export const protocolHandlers = new Map<string, Parameters<Electron.Protocol['handle']>[1]>();

export const session = {
  defaultSession: {
    protocol: {
      handle(scheme, handler) {
        protocolHandlers.set(scheme, handler);
      },
    },
    setPermissionRequestHandler(handler) {
      permissions.request = handler;
    },
    setPermissionCheckHandler(handler) {
      permissions.check = handler;
    },
    setDevicePermissionHandler(handler) {
      permissions.device = handler;
    },
    setDisplayMediaRequestHandler() {},
  } satisfies SessionPart,
};

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    record.schemes.push(...schemes);
    record.schemesCameInTime = !isReady;
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;

export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: readonly Electron.MenuItemConstructorOptions[]): void {
    record.menuLabels = menu.map((item) => item.role ?? item.label);
  },
};

export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: (plain) => Promise.resolve(Buffer.from(`locked:${plain}`)),
  decryptStringAsync: (locked) =>
    Promise.resolve({ result: locked.toString().replace('locked:', ''), shouldReEncrypt: false }),
} satisfies Partial<Electron.SafeStorage>;

export const shell = {
  openExternal(url) {
    record.opened.push(url);
    return Promise.resolve();
  },
  openPath(path) {
    record.openedFiles.push(path);
    return Promise.resolve('');
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>;

export const dialog = {
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
} satisfies Partial<Electron.Dialog>;

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>;

export const nativeImage = {
  createFromBitmap: (buffer: Buffer) => ({ toBitmap: () => buffer }),
};
