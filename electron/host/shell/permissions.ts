import type { Session } from 'electron';
import { isAppUrl } from './app-scheme.ts';

const ALLOWED: readonly string[] = ['clipboard-sanitized-write', 'notifications'];

interface Request {
  readonly permission: string;
  /** Address of who asks. */
  readonly asking: string;
  /** Kinds of media that are asked for; empty for other permissions. */
  readonly media: readonly string[];
}

/** Electron grants everything unless told otherwise. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isAllowed({ permission, asking: details.requestingUrl, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return isAllowed({ permission, asking: origin, media });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}

/** The microphone alone is for voice notes; a request for the camera with it is refused whole. */
export function isAllowed({ permission, asking, media }: Request): boolean {
  if (!isAppUrl(asking)) return false;
  if (permission === 'media') return media.length === 1 && media[0] === 'audio';
  return ALLOWED.includes(permission);
}
