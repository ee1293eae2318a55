import { textAt } from '#shared/json-fields.ts';
import type { Graph, GraphAccess } from './client.ts';
import { GraphError } from './failure.ts';
import type { FileToUpload } from './upload.ts';

/** So long for the whole file: a sample is at most a short film. */
const UPLOAD_TIMEOUT_MS = 5 * 60_000;

/**
 * Gives Meta a sample of a header and answers its handle, which is good for the review only.
 * Harmless to repeat. Throws GraphError. Source: meta-platform §1.8.
 */
export async function uploadSample(
  graph: Graph,
  access: GraphAccess,
  appId: string,
  file: FileToUpload,
): Promise<string> {
  const session = textAt(
    await graph.post(access, `${encodeURIComponent(appId)}/uploads`, {
      file_name: file.name,
      file_length: file.bytes,
      file_type: file.mimeType,
    }),
    'id',
  );
  if (session === undefined) throw nameless('upload');
  const answer = await graph.postStream(
    access,
    session,
    { contentType: file.mimeType, bytes: file.bytes, chunks: file.open(), offset: 0 },
    AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  );
  const handle = textAt(answer, 'h');
  if (handle === undefined) throw nameless('file');
  return handle;
}

function nameless(what: string): GraphError {
  return new GraphError({ kind: 'ambiguous', reason: `Meta’s answer names no ${what}.` });
}
