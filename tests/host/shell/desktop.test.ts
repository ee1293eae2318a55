import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, SAFETY_HEADERS } from '#electron/host/content-security.ts';
import { buildWhatIsStale } from '#electron/launch/build.ts';
import { Home, ROOT } from '../../support/app.ts';
import { startDesktop } from '../../support/electron-stand-in/desktop.ts';
import type { StandInDesktop } from '../../support/electron-stand-in/desktop.ts';
import type { Order, Sender } from '../../support/electron-stand-in/orders.ts';

const BUILD_LIMIT_MS = 120_000;

let home: Home;
let desktop: StandInDesktop;

beforeAll(async () => {
  buildWhatIsStale(ROOT);
  home = new Home();
  desktop = await startDesktop(home.path);
}, BUILD_LIMIT_MS);

afterAll(() => {
  desktop.kill('SIGKILL');
  home[Symbol.dispose]();
});

async function send(message: unknown, sender: Sender = 'our_page'): Promise<void> {
  await desktop.order({ do: 'send', sender, message });
}

function asking(
  permission: Extract<Order, { do: 'ask_permission' }>['permission'],
  media: readonly ('audio' | 'video')[] = [],
  from = 'app://bundle/',
): Promise<unknown> {
  return desktop.order({ do: 'ask_permission', permission, media, from });
}

describe('the built main process', () => {
  it('says that it is ready, without an address for browsers', () => {
    expect(desktop.ready).toMatchObject({
      ready: true,
      mode: 'desktop',
      ui: null,
      home: home.path,
      pid: desktop.pid,
    });
  });

  it('sets up what Electron takes only before it is ready', async () => {
    expect(await desktop.order({ do: 'report' })).toMatchObject({
      schemes: [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
        {
          scheme: 'app-media',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            stream: true,
            corsEnabled: true,
          },
        },
      ],
      schemesCameInTime: true,
      isSandboxed: true,
      userData: join(home.path, 'desktop'),
    });
  });

  it('hears when the computer wakes up', async () => {
    expect(await desktop.order({ do: 'resume' })).toBe(true);
  });

  it('shows one window that can do nothing but show our page', async () => {
    expect(await desktop.order({ do: 'report' })).toMatchObject({
      window: {
        url: 'app://bundle/',
        isShown: true,
        options: {
          show: false,
          webPreferences: {
            preload: join(ROOT, 'out', 'preload', 'preload.cjs'),
            contextIsolation: true,
            sandbox: true,
            nodeIntegration: false,
            webSecurity: true,
            webviewTag: false,
            navigateOnDragDrop: false,
          },
        },
      },
    });
  });

  it('serves the renderer under its policy, without the bridge of the browser', async () => {
    const page = await desktop.order({ do: 'fetch', url: 'app://bundle/', method: 'GET' });
    expect(page).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy(['app-media:'], ['app-media:']),
        'x-content-type-options': 'nosniff',
        'permissions-policy': SAFETY_HEADERS['Permissions-Policy'],
      },
      body: readFileSync(join(ROOT, 'out', 'renderer', 'index.html'), 'utf8'),
    });
  });

  it.each([
    ['GET', 'app://other/', 404],
    ['GET', 'app://bundle/..%2fmain%2findex.js', 404],
    ['GET', 'app://bundle/missing.js', 404],
    ['POST', 'app://bundle/', 405],
    ['GET', 'app-media://file/1', 404],
    ['GET', 'app-media://file/..%2f..%2fsecrets.key', 404],
    ['GET', 'app-media://other/1', 404],
    ['POST', 'app-media://file/1', 405],
    ['GET', 'app-media://preview/1', 404],
    ['POST', 'app-media://preview/1', 404],
    ['DELETE', 'app-media://preview/1', 405],
  ])('answers %s %s with %i', async (method, url, status) => {
    expect(await desktop.order({ do: 'fetch', url, method })).toMatchObject({ status, body: '' });
  });
});

describe('commands to the desktop', () => {
  it('are answered for our page', async () => {
    expect(
      await desktop.order({ do: 'invoke', sender: 'our_page', args: ['app.status', {}] }),
    ).toMatchObject({ ok: true, data: { accounts: [], secretStorage: 'system' } });
  });

  it.each<Sender>(['foreign_address', 'inner_frame', 'other_contents', 'gone_frame'])(
    'are refused for %s',
    async (sender) => {
      await expect(
        desktop.order({ do: 'invoke', sender, args: ['app.status', {}] }),
      ).rejects.toThrow('Only the window of Frontdesk may give commands.');
    },
  );

  it('are refused when their name is no text', async () => {
    await expect(
      desktop.order({ do: 'invoke', sender: 'our_page', args: [{ toString: 'app.status' }, {}] }),
    ).rejects.toThrow('Only the window of Frontdesk');
  });
});

describe('what the desktop does for the page', () => {
  it('shows notifications and tells the page which one was clicked', async () => {
    const notification = { title: 'Ana', body: 'Is it open?', tag: 'chat-1' };
    await send({ kind: 'notify', id: 4, notification });
    await desktop.order({ do: 'click_notification' });
    expect(await desktop.order({ do: 'report' })).toMatchObject({
      notifications: [{ title: 'Ana', body: 'Is it open?' }],
      window: { sent: [{ channel: 'frontdesk:notification-clicked', args: [4] }] },
    });
  });

  it('opens links of four kinds outside, for our page alone', async () => {
    await send({ kind: 'open_external', address: 'https://example.com/' });
    await send({ kind: 'open_external', address: 'file:///etc/passwd' });
    await send({ kind: 'open_external', address: 'https://evil.example/' }, 'inner_frame');
    await send({ kind: 'open_external', address: 7 });
    expect(await desktop.order({ do: 'report' })).toMatchObject({
      opened: ['https://example.com/'],
    });
  });

  it.runIf(process.platform !== 'win32')('shows the number of unread chats', async () => {
    await send({ kind: 'badge', count: 3 });
    expect(await desktop.order({ do: 'report' })).toMatchObject({ badge: 3 });
    await send({ kind: 'badge', count: -1 });
    expect(await desktop.order({ do: 'report' })).toMatchObject({ badge: 3 });
  });
});

describe('what the page may not do', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'leave by %s',
    async (event) => {
      const going = (url: string) => desktop.order({ do: 'navigate', event, url });
      expect(await going('https://evil.example/')).toBe(true);
      expect(await going('app://bundle.evil.example/')).toBe(true);
      expect(await going('file:///etc/passwd')).toBe(true);
      expect(await going('app://bundle/#/settings')).toBe(false);
    },
  );

  it('open windows and embed other pages', async () => {
    expect(await desktop.order({ do: 'open_window', url: 'app://bundle/' })).toBe('deny');
    expect(await desktop.order({ do: 'navigate', event: 'will-attach-webview', url: '' })).toBe(
      true,
    );
  });

  it('see, find or reach more than a microphone, notifications and the clipboard', async () => {
    const [yes, no] = [
      { granted: true, checked: true },
      { granted: false, checked: false },
    ];
    expect(await asking('notifications')).toEqual(yes);
    expect(await asking('clipboard-sanitized-write')).toEqual(yes);
    expect(await asking('media', ['audio'])).toEqual(yes);
    expect(await asking('media', ['video'])).toEqual(no);
    expect(await asking('media', ['video', 'audio'])).toEqual(no);
    expect(await asking('media')).toEqual(no);
    expect(await asking('geolocation')).toEqual(no);
    expect(await asking('openExternal')).toEqual(no);
    expect(await asking('notifications', [], 'https://evil.example/')).toEqual(no);
  });
});

describe('the end of the desktop app', () => {
  it('is clean when it quits: the place of the window is kept, the home free again', async () => {
    const own = new Home();
    const first = await startDesktop(own.path);
    await expect(startDesktop(own.path)).rejects.toThrow(
      new RegExp(`ended with 3[^]*process ${first.pid}`),
    );
    void first.order({ do: 'quit' }).catch(() => undefined);
    expect(await first.exitCode).toBe(0);
    const kept: unknown = JSON.parse(
      readFileSync(join(own.path, 'desktop', 'window.json'), 'utf8'),
    );
    expect(kept).toEqual({
      place: { bounds: { x: 40, y: 50, width: 1000, height: 700 }, maximized: false },
    });

    const second = await startDesktop(own.path);
    expect(await second.order({ do: 'report' })).toMatchObject({
      window: { options: { x: 40, y: 50, width: 1000, height: 700 } },
    });
    second.kill('SIGTERM');
    expect(await second.exitCode).toBe(0);
    own[Symbol.dispose]();
  });
});
