import type { IncomingMessage } from 'node:http';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import { Problem } from './problem.ts';

const MAX_BYTES = 1024 * 1024;

/** Deep nesting is no use to anyone and could exhaust the stack of whoever walks it. */
const MAX_DEPTH = 32;

/** The JSON of a request; undefined when it has no body. At most 1 MB. */
export async function readJsonBody(request: IncomingMessage): Promise<Json | undefined> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type.trim())) {
    throw new Problem('unsupported_media_type', 'Send the body as Content-Type: application/json.');
  }
  return parse(bytes);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Problem {
  return new Problem('payload_too_large', 'The body is over 1 MB.', {
    // What is still on its way is not read, so the connection can't carry another request.
    headers: { connection: 'close' },
  });
}

function parse(bytes: Buffer): Json {
  let json;
  try {
    json = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('bad_input', `The body is not JSON: ${reason}`);
  }
  if (depthOf(json, MAX_DEPTH) > MAX_DEPTH) {
    throw new Problem('bad_input', `The body is nested deeper than ${MAX_DEPTH} levels.`);
  }
  return json;
}

/** How deep a value goes, looking no deeper than just past `limit`. */
function depthOf(json: Json, limit: number): number {
  if (typeof json !== 'object' || json === null || limit < 0) return 0;
  return 1 + Math.max(0, ...Object.values(json).map((inner: Json) => depthOf(inner, limit - 1)));
}
