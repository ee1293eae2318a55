import type { Notification as Note, Shell } from '#shared/bridge.ts';
import type { MediaId } from '#shared/ids.ts';
import { externalLink } from '../../external-link.ts';

/** What a browser tab can do of what the desktop window can. */
export function createBrowserShell(mediaKey: string): Shell {
  const mediaUrl = (id: MediaId): string => `/media/${mediaKey}/${id}`;
  return {
    platform: platform(navigator.userAgent),
    notify,
    setBadge(count) {
      const bare = document.title.replace(/^\(\d+\) /, '');
      document.title = count > 0 ? `(${count}) ${bare}` : bare;
    },
    openExternal(address) {
      const link = externalLink(address);
      if (link !== undefined) window.open(link, '_blank', 'noopener,noreferrer');
    },
    mediaUrl,
    previewUrl: (id) => `/preview/${mediaKey}/${id}`,
    saveMedia(id) {
      const link = document.createElement('a');
      link.href = `${mediaUrl(id)}?download`;
      link.download = '';
      link.click();
    },
    dragMedia: null,
    openMedia: null,
  };
}

function platform(userAgent: string): Shell['platform'] {
  if (/Mac|iPhone|iPad/.test(userAgent)) return 'mac';
  return userAgent.includes('Windows') ? 'windows' : 'linux';
}

/** Browsers only take the question for permission kindly right after the person did something. */
function notify(note: Note, onClick: () => void): void {
  if (!('Notification' in window)) return;
  switch (Notification.permission) {
    case 'granted':
      show(note, onClick);
      return;
    case 'default':
      askAtNextGesture();
      return;
    case 'denied':
      return;
  }
}

function show(note: Note, onClick: () => void): void {
  const notification = new Notification(note.title, { body: note.body, tag: note.tag });
  notification.addEventListener('click', () => {
    window.focus();
    onClick();
    notification.close();
  });
}

function askAtNextGesture(): void {
  // The same function is added only once however often this runs, and leaves after its first call.
  document.addEventListener('click', askForPermission, { once: true });
}

function askForPermission(): void {
  void Notification.requestPermission();
}
