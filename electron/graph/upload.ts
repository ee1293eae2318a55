import { randomUUID } from 'node:crypto';
import { textAt } from '#shared/json-fields.ts';
import type { Graph, GraphTarget, StreamedBody } from './client.ts';
import { GraphError } from './failure.ts';

/** How long Meta keeps what was uploaded to be sent. Source: meta-platform §1.7. */
export const UPLOAD_LIVES_MS = 30 * 24 * 3_600_000;

export interface FileToUpload {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
  /** Opens the file anew, from its beginning. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** So long without a byte, or without an answer behind the last one, and the line counts as dead. */
const STALLED_MS = 60_000;

/**
 * Gives Meta a file and answers its id there. Harmless to repeat. Throws GraphError.
 * Source: meta-platform §1.7.
 *
 * @param onProgress called with how many bytes of the file have left
 */
export async function uploadFile(
  graph: Graph,
  target: GraphTarget,
  file: FileToUpload,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (sentBytes: number) => void },
): Promise<string> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALLED_MS);
  const watched = formOf(file, (sentBytes) => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), STALLED_MS);
    onProgress(sentBytes);
  });
  try {
    const path = `${target.phoneNumberId}/media`;
    const either = AbortSignal.any([signal, stalled.signal]);
    const id = textAt(await graph.postStream(target, path, watched, either), 'id');
    if (id !== undefined) return id;
    throw new GraphError({ kind: 'ambiguous', reason: 'Meta’s answer names no file.' });
  } finally {
    clearTimeout(timer);
  }
}

/** A multipart form around the file's bytes (RFC 7578), its length known before it is read. */
function formOf(file: FileToUpload, onProgress: (sentBytes: number) => void): StreamedBody {
  const boundary = `frontdesk-${randomUUID()}`;
  const opening = Buffer.from(
    field(boundary, 'messaging_product', 'whatsapp') +
      field(boundary, 'type', file.mimeType) +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(file.name)}"\r\n` +
      `Content-Type: ${file.mimeType}\r\n\r\n`,
  );
  const closing = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield opening;
    let sentBytes = 0;
    for await (const chunk of file.open()) {
      yield chunk;
      sentBytes += chunk.byteLength;
      onProgress(sentBytes);
    }
    yield closing;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: opening.length + file.bytes + closing.length,
    chunks: chunks(),
  };
}

function field(boundary: string, name: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

/** As browsers write names into forms. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
