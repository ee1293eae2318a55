import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FrontdeskBridge } from '#shared/bridge.ts';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { buildWhatIsStale } from '#electron/launch/build.ts';
import { ROOT } from '../../support/app.ts';

const BUILD_LIMIT_MS = 120_000;

/** The renderer's end of Electron's IPC, as far as the preload uses it. */
class IpcRenderer extends EventEmitter {
  readonly sent: unknown[][] = [];
  answer: unknown = { ok: true, data: null };

  invoke(...args: unknown[]): Promise<unknown> {
    this.sent.push(args);
    return Promise.resolve(this.answer);
  }
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
}

let ipc: IpcRenderer;
let exposed: Map<string, FrontdeskBridge>;
let bridge: FrontdeskBridge;

beforeAll(() => buildWhatIsStale(ROOT), BUILD_LIMIT_MS);

beforeEach(() => {
  ipc = new IpcRenderer();
  exposed = new Map();
  const electron = {
    ipcRenderer: ipc,
    contextBridge: {
      exposeInMainWorld: (name: string, value: FrontdeskBridge) => exposed.set(name, value),
    },
  };
  // What a sandboxed preload has, and nothing more.
  runInNewContext(readFileSync(join(ROOT, 'out', 'preload', 'preload.cjs'), 'utf8'), {
    require: (name: string) => (name === 'electron' ? electron : undefined),
    process: { platform: 'darwin' },
  });
  const value = exposed.get('frontdesk');
  if (value === undefined) throw new Error('The preload exposed nothing.');
  bridge = value;
});

describe('the preload', () => {
  it('exposes one object without Electron in it', () => {
    expect([...exposed.keys()]).toEqual(['frontdesk']);
    expect(Object.keys(bridge)).toEqual(['invoke', 'on', 'shell', 'files']);
    expect(bridge.shell.platform).toBe('mac');
  });

  it('carries commands to the core and their answers back', async () => {
    ipc.answer = { ok: false, error: { code: 'no_account', message: 'Add a number first.' } };
    expect(await bridge.invoke('app.status', {})).toEqual(ipc.answer);
    expect(ipc.sent).toEqual([['frontdesk:invoke', 'app.status', {}]]);
  });

  it('hands listeners the payload alone, and only of events that exist', () => {
    const heard: unknown[][] = [];
    const end = bridge.on('accounts.changed', (...args) => heard.push(args));
    const event = { sender: 'of Electron' };
    ipc.emit('frontdesk:event', event, { seq: 1, name: 'accounts.changed', payload: {} });
    ipc.emit('frontdesk:event', event, { seq: 2, name: 'constructor', payload: {} });
    ipc.emit('frontdesk:event', event, 'nonsense');
    end();
    ipc.emit('frontdesk:event', event, { seq: 3, name: 'accounts.changed', payload: {} });
    expect(heard).toEqual([[{}]]);
    // @ts-expect-error A name that the types forbid.
    expect(() => bridge.on('constructor', () => undefined)).toThrow('no such event');
  });

  it('brings a click back to the newest notification of its tag', () => {
    const clicked: string[] = [];
    bridge.shell.notify({ title: 'Ana', body: '1', tag: 'chat-1' }, () => clicked.push('old'));
    bridge.shell.notify({ title: 'Ana', body: '2', tag: 'chat-1' }, () => clicked.push('new'));
    bridge.shell.notify({ title: 'Ben', body: '3', tag: 'chat-2' }, () => clicked.push('other'));
    for (const id of [1, 2, 99]) ipc.emit('frontdesk:notification-clicked', {}, id);
    expect(clicked).toEqual(['new']);
  });

  it('asks the desktop for what only it can do', () => {
    bridge.shell.setBadge(2);
    bridge.shell.openExternal('https://example.com/');
    bridge.shell.saveMedia(asId<MediaId>(7));
    expect(bridge.shell.mediaUrl(asId<MediaId>(7))).toBe('app-media://file/7');
    expect(ipc.sent).toEqual([
      ['frontdesk:shell', { kind: 'badge', count: 2 }],
      ['frontdesk:shell', { kind: 'open_external', address: 'https://example.com/' }],
      ['frontdesk:shell', { kind: 'save_media', id: 7 }],
    ]);
  });
});
