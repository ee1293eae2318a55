// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserShell } from '#electron/host/browser/bridge/browser-shell.ts';

class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'default';
  static asked = 0;
  static readonly shown: FakeNotification[] = [];
  readonly title: string;
  readonly options: NotificationOptions | undefined;

  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.asked += 1;
    return Promise.resolve(FakeNotification.permission);
  }
  constructor(title: string, options?: NotificationOptions) {
    super();
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }
  close(): void {}
}

const NOTE = { title: 'Ana', body: 'Is it open?', tag: 'chat-1' };

beforeEach(() => {
  vi.stubGlobal('Notification', FakeNotification);
  FakeNotification.asked = 0;
  FakeNotification.shown.length = 0;
});

afterEach(() => vi.unstubAllGlobals());

describe('notifications in a browser', () => {
  it('ask for permission once, and only when the owner clicks somewhere', () => {
    FakeNotification.permission = 'default';
    const shell = createBrowserShell('key-of-this-launch');
    shell.notify(NOTE, () => undefined);
    shell.notify(NOTE, () => undefined);
    expect(FakeNotification.asked).toBe(0);
    document.dispatchEvent(new Event('click'));
    document.dispatchEvent(new Event('click'));
    expect(FakeNotification.asked).toBe(1);
    expect(FakeNotification.shown).toEqual([]);
  });

  it('are shown when they may be, and lead back to the chat', () => {
    FakeNotification.permission = 'granted';
    const onClick = vi.fn<() => void>();
    createBrowserShell('key-of-this-launch').notify(NOTE, onClick);
    expect(FakeNotification.shown).toMatchObject([
      { title: 'Ana', options: { body: 'Is it open?', tag: 'chat-1' } },
    ]);
    FakeNotification.shown[0]?.dispatchEvent(new Event('click'));
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('are silent when the owner has said no', () => {
    FakeNotification.permission = 'denied';
    createBrowserShell('key-of-this-launch').notify(NOTE, () => undefined);
    document.dispatchEvent(new Event('click'));
    expect([FakeNotification.asked, FakeNotification.shown]).toEqual([0, []]);
  });
});

describe('a browser tab', () => {
  it('carries the number of unread chats in its title', () => {
    document.title = 'Frontdesk';
    const shell = createBrowserShell('key-of-this-launch');
    const titles = [3, 12, 0].map((count) => {
      shell.setBadge(count);
      return document.title;
    });
    expect(titles).toEqual(['(3) Frontdesk', '(12) Frontdesk', 'Frontdesk']);
  });

  it('opens links of known kinds in a tab that knows nothing of this one', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const shell = createBrowserShell('key-of-this-launch');
    shell.openExternal('https://example.com/');
    shell.openExternal('javascript:alert(1)');
    expect(open.mock.calls).toEqual([['https://example.com/', '_blank', 'noopener,noreferrer']]);
  });
});
