import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { GeneratedFiles } from './generated-media/files.ts';

export interface StoredMedia {
  readonly id: string;
  readonly bytes: Buffer;
  readonly mimeType: string;
}

/** Uploaded files and the generated ones that customers send, with Meta's short-lived addresses. */
export interface MediaStore {
  add(bytes: Buffer, mimeType: string): StoredMedia;
  /** Undefined once it is deleted, was never there, or its 30 days are over. */
  find(id: string): StoredMedia | undefined;
  remove(id: string): boolean;
  /** A token that opens the file for five minutes. */
  grant(id: string): string;
  /** Undefined for a token that is unknown or too old. */
  open(token: string): StoredMedia | undefined;
}

/** Source: meta-platform §1.7. */
const URL_LIVES_MS = 5 * 60_000;
const UPLOAD_LIVES_MS = 30 * 24 * 3_600_000;

export function createMediaStore({
  clock,
  files,
}: {
  clock: Clock;
  files: GeneratedFiles;
}): MediaStore {
  const uploads = new Map<string, StoredMedia & { readonly expiresAt: number }>();
  const deleted = new Set<string>();
  const grants = new Map<string, { readonly id: string; readonly expiresAt: number }>();
  let lastId = clock() * 100;

  function find(id: string): StoredMedia | undefined {
    if (deleted.has(id)) return undefined;
    const upload = uploads.get(id);
    if (upload !== undefined) return upload.expiresAt > clock() ? upload : undefined;
    return files.find(id);
  }

  return {
    add(bytes, mimeType) {
      lastId += 1;
      const id = String(lastId);
      const media = { id, bytes, mimeType, expiresAt: clock() + UPLOAD_LIVES_MS };
      uploads.set(id, media);
      return media;
    },
    find,
    remove(id) {
      const wasThere = find(id) !== undefined;
      uploads.delete(id);
      deleted.add(id);
      return wasThere;
    },
    grant(id) {
      const token = randomUUID();
      grants.set(token, { id, expiresAt: clock() + URL_LIVES_MS });
      return token;
    },
    open(token) {
      const granted = grants.get(token);
      if (granted === undefined || granted.expiresAt <= clock()) return undefined;
      return find(granted.id);
    },
  };
}
