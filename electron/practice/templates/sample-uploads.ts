import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '../graph-errors.ts';
import type { Answer } from '../outbound.ts';

/** Resumable uploads of header samples. Source: meta-platform §1.8. */
export interface SampleUploads {
  begin(fields: { readonly length: number; readonly type: string }): Answer | Refusal;
  finish(session: string, bytes: number): Answer | Refusal;
}

const TYPES = new Set(['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4']);

export function createSampleUploads(): SampleUploads {
  const lengths = new Map<string, number>();
  return {
    begin({ length, type }) {
      if (!TYPES.has(type)) return refuse(100, `The file type ${type} is not supported.`);
      if (!Number.isInteger(length) || length <= 0) {
        return refuse(100, 'The parameter file_length is required.');
      }
      const id = `upload:${randomUUID()}`;
      lengths.set(id, length);
      return { ok: true, body: { id } };
    },
    finish(session, bytes) {
      const length = lengths.get(session);
      if (length === undefined) return refuse(100, 'The upload session does not exist.');
      if (length !== bytes) return refuse(100, 'The file is not as long as it was announced.');
      return { ok: true, body: { h: `4::${randomUUID()}` } };
    },
  };
}
