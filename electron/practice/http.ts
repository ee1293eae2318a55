import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, parseJson, type JsonObject } from '#shared/json.ts';
import { errorEnvelope, refuse, type Refusal } from './graph-errors.ts';

/** Answers undefined when the body is over the limit. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export type JsonBody = { readonly ok: true; readonly body: JsonObject } | Refusal;

export function readJson(bytes: Buffer): JsonBody {
  try {
    const value = bytes.length === 0 ? {} : parseJson(bytes.toString('utf8'));
    if (isJsonObject(value)) return { ok: true, body: value };
  } catch {
    // Said below, like a body that is JSON but no object.
  }
  return refuse(100, null, { message: '(#100) Invalid JSON in request body' });
}

export interface UploadedFile {
  readonly bytes: Buffer;
  readonly mimeType: string;
}

/** Source: meta-platform §1.7: multipart with `messaging_product`, `file` and its type. */
export async function readUpload(
  bytes: Buffer,
  contentType: string,
): Promise<{ readonly ok: true; readonly file: UploadedFile } | Refusal> {
  let form: FormData;
  try {
    const headers = { 'content-type': contentType };
    form = await new Response(new Uint8Array(bytes), { headers }).formData();
  } catch {
    return refuse(100, 'The request is not a valid multipart form.');
  }
  if (form.get('messaging_product') !== 'whatsapp') {
    return refuse(131008, 'The parameter messaging_product is required.');
  }
  const file = form.get('file');
  if (!(file instanceof Blob)) return refuse(131008, 'The parameter file is required.');
  const declared = form.get('type');
  const mimeType = typeof declared === 'string' && declared !== '' ? declared : file.type;
  return { ok: true, file: { bytes: Buffer.from(await file.arrayBuffer()), mimeType } };
}

export function answerJson(response: ServerResponse, status: number, body: JsonObject): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

export function answerRefusal(response: ServerResponse, refusal: Refusal, traceId: string): void {
  answerJson(response, refusal.httpStatus, errorEnvelope(refusal, traceId));
}
