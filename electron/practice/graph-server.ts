import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import { numberAt, textAt } from '#shared/json-fields.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { BlockLists } from './block-lists.ts';
import type { Fault, Faults, FaultTarget } from './faults.ts';
import { refuse, unknownObject, type Refusal } from './graph-errors.ts';
import { messageHistory, phoneNode, phoneNumbers, tokenInfo, wabaNode } from './graph-nodes.ts';
import { answerJson, answerRefusal, readBody, readJson, readUpload } from './http.ts';
import type { MediaStore } from './media-store.ts';
import type { PracticeNumber } from './model.ts';
import type { NumberStandings } from './number-standing.ts';
import type { Answer, Outbound } from './outbound.ts';
import { refuseUpload } from './media-rules.ts';
import type { LateFailure } from './send-rules.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { SampleUploads } from './templates/sample-uploads.ts';
import { refuseSend } from './templates/send-check.ts';
import type { TemplateShelf } from './templates/shelf.ts';
import { templateCall, templateListCall } from './templates/template-calls.ts';

export interface GraphServerDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly numbers: readonly PracticeNumber[];
  readonly outbound: Outbound;
  readonly blocks: BlockLists;
  readonly media: MediaStore;
  readonly subscriptions: Subscriptions;
  readonly standings: Pick<NumberStandings, 'of'>;
  readonly templates: TemplateShelf;
  /** False: a template of any name can be sent. */
  readonly checksTemplates: boolean;
  readonly samples: SampleUploads;
  readonly faults: Faults;
}

/** Larger than any upload Meta takes. Source: meta-platform §5.5. */
const UPLOAD_LIMIT = 105_000_000;
const JSON_LIMIT = 1_000_000;
const MEDIA_PATH = '/whatsapp_business/attachments/';

interface Call {
  readonly method: string;
  /** Path segments after the version. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly authorization: string | undefined;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

interface FileAnswer {
  readonly ok: 'file';
  /** Content-Length, where it is to be another than that of the bytes. */
  readonly announced?: number;
  readonly bytes: Buffer;
  readonly mimeType: string;
}

export function createGraphServer(deps: GraphServerDeps): Server {
  return createServer((request, response) => {
    serve(deps, request, response).catch((error: unknown) => {
      deps.log.error({ error }, 'The practice platform could not answer a request.');
      if (!response.headersSent) answerRefusal(response, refuse(1), traceId());
    });
  });
}

async function serve(
  deps: GraphServerDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readBody(request, isUpload(request) ? UPLOAD_LIMIT : JSON_LIMIT);
  if (bytes === undefined) {
    response.setHeader('connection', 'close');
    answerRefusal(
      response,
      refuse(100, 'The request is too large.', { httpStatus: 413 }),
      traceId(),
    );
    return;
  }
  const call = callOf(request, bytes);
  const fault = deps.faults.take(targetOf(call));
  if (fault === undefined) answer(response, await respond(deps, call));
  else await misbehave(deps, call, fault, request, response);
}

async function misbehave(
  deps: GraphServerDeps,
  call: Call,
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (fault.kind) {
    case 'error': {
      const { code, details = null, subcode } = fault;
      answer(response, refuse(code, details, subcode === undefined ? {} : { subcode }));
      return;
    }
    case 'http':
      if (fault.retryAfterS !== undefined) response.setHeader('retry-after', fault.retryAfterS);
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Error</title><h1>Sorry, something went wrong.</h1>');
      return;
    case 'hang_before_accepting':
      return;
    case 'hang_after_accepting':
      await respond(deps, call);
      return;
    case 'drop_before_accepting':
      request.socket.destroy();
      return;
    case 'drop_after_accepting':
      await respond(deps, call);
      request.socket.destroy();
      return;
    case 'broken_answer_after_accepting':
      await respond(deps, call);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"messaging_product":"whatsapp","conta');
      return;
    case 'truncated_file':
    case 'altered_file':
    case 'empty_file':
      answer(response, spoil(await respond(deps, call), fault.kind));
      return;
    case 'failed_status': {
      const { code, details = 'Message failed to send.' } = fault;
      answer(response, await respond(deps, call, { code, details }));
      return;
    }
    default:
      unreachable(fault);
  }
}

type Spoiling = 'truncated_file' | 'altered_file' | 'empty_file';

function spoil(
  outcome: Answer | FileAnswer | Refusal,
  how: Spoiling,
): Answer | FileAnswer | Refusal {
  if (outcome.ok !== 'file') return outcome;
  const { bytes } = outcome;
  switch (how) {
    case 'truncated_file':
      return { ...outcome, bytes: bytes.subarray(0, bytes.length / 2), announced: bytes.length };
    case 'altered_file':
      return { ...outcome, bytes: Buffer.from(bytes).fill(0, bytes.length - 1) };
    case 'empty_file':
      return { ...outcome, bytes: Buffer.alloc(0) };
    default:
      return unreachable(how);
  }
}

async function respond(
  deps: GraphServerDeps,
  call: Call,
  lateFailure?: LateFailure,
): Promise<Answer | FileAnswer | Refusal> {
  const { numbers, clock } = deps;
  const [id = '', edge] = call.path;
  if (id === 'debug_token') return debugToken(numbers, call.query, clock());
  const visible = numbers.filter(
    ({ accessToken }) =>
      call.authorization === `Bearer ${accessToken}` ||
      call.authorization === `OAuth ${accessToken}`,
  );
  const [first] = visible;
  if (call.authorization === undefined) return refuse(104, null, { message: NO_TOKEN });
  if (first === undefined) return refuse(190, null, { message: BAD_TOKEN });

  if (id === MEDIA_PATH) return download(deps, edge ?? '');
  const number = visible.find(({ phoneNumberId }) => phoneNumberId === id);
  if (number !== undefined) return phoneCall(deps, call, number, edge, lateFailure);
  const [ofWaba, ...moreOfWaba] = visible.filter(({ wabaId }) => wabaId === id);
  if (ofWaba !== undefined) return wabaCall(deps, call, [ofWaba, ...moreOfWaba], edge);
  if (id === first.appId && edge === 'uploads') return beginSample(deps, call);
  if (id.startsWith('upload:')) return deps.samples.finish(id, call.bytes.length);
  const template = deps.templates.byId(first, id);
  if (template !== undefined) return templateCall(deps.templates, call, first, template);
  return mediaCall(deps, call, id, edge);
}

function beginSample({ samples }: GraphServerDeps, call: Call): Answer | Refusal {
  const json = readJson(call.bytes);
  if (!json.ok) return json;
  const { body } = json;
  return samples.begin({
    length: Number(call.query.get('file_length') ?? numberAt(body, 'file_length')),
    type: call.query.get('file_type') ?? textAt(body, 'file_type') ?? '',
  });
}

async function phoneCall(
  deps: GraphServerDeps,
  call: Call,
  number: PracticeNumber,
  edge: string | undefined,
  lateFailure: LateFailure | undefined,
): Promise<Answer | Refusal> {
  const { outbound } = deps;
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return phoneNode(number, deps.standings.of(number), call.query.get('fields'));
    case 'GET message_history':
      return messageHistory(outbound.find(call.query.get('message_id') ?? ''));
    case 'POST messages': {
      const json = readJson(call.bytes);
      if (!json.ok) return json;
      if (json.body['status'] === 'read') return outbound.mark(number, json.body);
      const refusal = deps.checksTemplates
        ? refuseSend(deps.templates, number, json.body)
        : undefined;
      return refusal ?? outbound.send(number, json.body, lateFailure);
    }
    case 'POST media':
      return upload(deps, call);
    case 'GET block_users':
      return deps.blocks.page(number, call.query);
    case 'POST block_users':
    case 'DELETE block_users': {
      const json = readJson(call.bytes);
      if (!json.ok) return json;
      return call.method === 'POST'
        ? deps.blocks.block(number, json.body)
        : deps.blocks.unblock(number, json.body);
    }
    default:
      return edge === undefined
        ? unknownObject(call.method, number.phoneNumberId)
        : noSuchEdge(call);
  }
}

function wabaCall(
  { subscriptions, standings, templates }: GraphServerDeps,
  call: Call,
  numbers: readonly [PracticeNumber, ...PracticeNumber[]],
  edge: string | undefined,
): Answer | Refusal {
  const [number] = numbers;
  if (edge === 'message_templates') return templateListCall(templates, call, number);
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return wabaNode(number, call.query.get('fields'));
    case 'GET phone_numbers':
      return phoneNumbers(numbers, standings);
    case 'GET subscribed_apps':
      return subscriptions.list(number);
    case 'POST subscribed_apps': {
      const json = readJson(call.bytes);
      return json.ok ? subscriptions.subscribe(number, json.body) : json;
    }
    case 'DELETE subscribed_apps':
      return subscriptions.unsubscribe(number);
    default:
      return edge === undefined ? unknownObject(call.method, number.wabaId) : noSuchEdge(call);
  }
}

async function upload({ media }: GraphServerDeps, call: Call): Promise<Answer | Refusal> {
  const read = await readUpload(call.bytes, call.contentType);
  if (!read.ok) return read;
  const refusal = refuseUpload(read.file);
  if (refusal !== undefined) return refusal;
  const { id } = media.add(read.file.bytes, read.file.mimeType);
  return { ok: true, body: { id } };
}

function mediaCall(
  { media }: GraphServerDeps,
  call: Call,
  id: string,
  edge: string | undefined,
): Answer | Refusal {
  const found = media.find(id);
  if (found === undefined) return unknownObject(call.method, id);
  if (edge !== undefined) return noSuchEdge(call);
  if (call.method === 'DELETE') return { ok: true, body: { success: media.remove(id) } };
  if (call.method !== 'GET') return unknownObject(call.method, id);
  return {
    ok: true,
    body: {
      messaging_product: 'whatsapp',
      url: `${call.origin}${MEDIA_PATH}${media.grant(id)}`,
      mime_type: found.mimeType,
      sha256: createHash('sha256').update(found.bytes).digest('hex'),
      file_size: String(found.bytes.length),
      id,
    },
  };
}

function download({ media }: GraphServerDeps, token: string): FileAnswer | Refusal {
  const file = media.open(token);
  if (file === undefined) return refuse(100, 'The media address has expired.', { httpStatus: 404 });
  return { ok: 'file', bytes: file.bytes, mimeType: file.mimeType };
}

function debugToken(
  numbers: readonly PracticeNumber[],
  query: URLSearchParams,
  now: number,
): Answer | Refusal {
  const appToken = query.get('access_token');
  const ofApp = numbers.filter(({ appId, appSecret }) => appToken === `${appId}|${appSecret}`);
  if (ofApp.length === 0) return refuse(190, null, { message: BAD_TOKEN });
  const input = query.get('input_token');
  return tokenInfo(
    ofApp.find(({ accessToken }) => accessToken === input),
    now,
  );
}

function noSuchEdge({ path }: Call): Refusal {
  return refuse(2500, null, { message: `Unknown path components: /${path.slice(1).join('/')}` });
}

const NO_TOKEN = 'An access token is required to request this resource.';
const BAD_TOKEN = 'Invalid OAuth access token - Cannot parse access token';

function callOf(request: IncomingMessage, bytes: Buffer): Call {
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', origin);
  const path = url.pathname.startsWith(MEDIA_PATH)
    ? [MEDIA_PATH, url.pathname.slice(MEDIA_PATH.length)]
    : url.pathname
        .replace(/^\/v\d+\.\d+(?=\/)/, '')
        .split('/')
        .filter((part) => part !== '');
  return {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    contentType: request.headers['content-type'] ?? '',
    bytes,
    authorization: request.headers.authorization,
    origin,
  };
}

function isUpload(request: IncomingMessage): boolean {
  return (
    request.headers['content-type']?.startsWith('multipart/form-data') === true ||
    request.headers['file_offset'] !== undefined
  );
}

function targetOf({ method, path, bytes }: Call): FaultTarget {
  if (path[0] === MEDIA_PATH) return 'download';
  if (method === 'GET') return 'read';
  if (path[1] === 'media') return 'upload';
  if (path[1] === 'message_templates' || path[1] === 'unpause') return 'template';
  if (path[1] === 'block_users') return 'block';
  return bytes.includes('"status":"read"') ? 'mark' : 'send';
}

function answer(response: ServerResponse, outcome: Answer | FileAnswer | Refusal): void {
  if (outcome.ok === true) answerJson(response, outcome.status ?? 200, outcome.body);
  else if (outcome.ok === false) answerRefusal(response, outcome, traceId());
  else {
    response.writeHead(200, {
      'content-type': outcome.mimeType,
      'content-length': outcome.announced ?? outcome.bytes.length,
    });
    response.end(outcome.bytes, () => {
      if (outcome.announced !== undefined) response.destroy();
    });
  }
}

function traceId(): string {
  return `A${randomBytes(16).toString('base64url')}`;
}
