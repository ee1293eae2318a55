import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGraph } from '#electron/graph/client.ts';
import type { GraphTarget } from '#electron/graph/client.ts';
import { GraphError } from '#electron/graph/failure.ts';
import type { GraphFailure } from '#electron/graph/failure.ts';
import { markRead, sendMessage, showTyping } from '#electron/graph/messages.ts';
import { createGraphReader } from '#electron/graph/reads.ts';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import { afterRequest, deadUrl, httpAnswer, rawServer } from '../support/graph-server.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const TOKEN = 'EAAG-very-secret';
const OK = '{"messages":[{"id":"wamid.A"}],"contacts":[{"input":"+55","wa_id":"5511"}]}';

const TEXT = {
  address: { kind: 'phone', phone: '+5511987650001' },
  type: 'text',
  content: { body: 'Good morning' },
  quotes: null,
  callbackId: 'ours-1',
} as const;

function graph(timeoutMs = 5000) {
  return createGraph({ fetch, clock: () => NOW, timeoutMs });
}

function target(baseUrl: string): GraphTarget {
  return { baseUrl, apiVersion: 'v26.0', phoneNumberId: '1055', accessToken: TOKEN };
}

async function failureAt(baseUrl: string, timeoutMs?: number): Promise<GraphFailure> {
  const error: unknown = await sendMessage(graph(timeoutMs), target(baseUrl), TEXT).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error('The request did not fail as expected.');
  return error.failure;
}

async function failureFrom(onConnection: (socket: Socket) => void, timeoutMs?: number) {
  const server = await rawServer(onConnection);
  const failure = await failureAt(server.url, timeoutMs);
  return { failure, connections: server.connections.length };
}

function answering(answer: string): (socket: Socket) => void {
  return (socket) => {
    afterRequest(socket, () => {
      socket.end(answer);
    });
  };
}

describe('a request that surely never arrived', () => {
  it('is one to a port on which nobody listens', async () => {
    expect(await failureAt(await deadUrl())).toMatchObject({ kind: 'not_reached' });
  });

  it('is one to a name that does not exist', async () => {
    expect(await failureAt('http://frontdesk.invalid')).toMatchObject({ kind: 'not_reached' });
  });

  it('is one to a host of several addresses of which none answers', async () => {
    const port = new URL(await deadUrl()).port;
    expect(await failureAt(`http://localhost:${port}`)).toMatchObject({ kind: 'not_reached' });
  });

  it('is one that timed out while connecting', async () => {
    const connectTimeout = Object.assign(new Error('timed out'), {
      code: 'UND_ERR_CONNECT_TIMEOUT',
    });
    const failing = createGraph({
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause: connectTimeout })),
      clock: () => NOW,
      timeoutMs: 1000,
    });
    const sending = sendMessage(failing, target('http://127.0.0.1'), TEXT);
    await expect(sending).rejects.toMatchObject({ failure: { kind: 'not_reached' } });
  });
});

describe('a request that may have arrived', () => {
  it('is one whose connection was reset while it was being read', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.resetAndDestroy();
      });
    });
    const long = { ...TEXT, content: { body: 'x'.repeat(2_000_000) } };
    const sending = sendMessage(graph(), target(server.url), long);
    await expect(sending).rejects.toMatchObject({ failure: { kind: 'ambiguous' } });
    expect(server.connections).toHaveLength(1);
  });

  it('is one whose connection was reset after it was read, and it is not repeated', async () => {
    const { failure, connections } = await failureFrom((socket) => {
      afterRequest(socket, () => {
        socket.resetAndDestroy();
      });
    });
    expect(failure).toMatchObject({ kind: 'ambiguous' });
    expect(connections).toBe(1);
  });

  it('is one whose connection was closed politely without an answer', async () => {
    const { failure, connections } = await failureFrom((socket) => {
      afterRequest(socket, () => {
        socket.end();
      });
    });
    expect(failure).toMatchObject({ kind: 'ambiguous' });
    expect(connections).toBe(1);
  });

  it('is one that nobody answers in time', async () => {
    const { failure } = await failureFrom(() => {}, 100);
    expect(failure).toMatchObject({ kind: 'ambiguous' });
  });

  it.each([
    ['half a header', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['half a body', httpAnswer(200, OK).slice(0, -20)],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['success without a message id', httpAnswer(200, '{"messages":[]}')],
    ['success that is no JSON', httpAnswer(200, '<h1>It works!</h1>')],
    ['an overloaded edge', httpAnswer(502, '<h1>Bad gateway</h1>')],
    ['an error that is no envelope', httpAnswer(500, '{"oops":true}')],
    ['a server that lost patience', httpAnswer(408, '')],
  ])('is one answered with %s', async (_name, answer) => {
    const { failure } = await failureFrom(answering(answer));
    expect(failure).toMatchObject({ kind: 'ambiguous' });
  });

  it('is one whose answer stops in the middle and never goes on', async () => {
    const { failure } = await failureFrom((socket) => {
      afterRequest(socket, () => socket.write(httpAnswer(200, OK).slice(0, -20)));
    }, 100);
    expect(failure).toMatchObject({ kind: 'ambiguous' });
  });
});

describe('a request that Meta refused', () => {
  it('carries what Meta says, whatever the HTTP status', async () => {
    const body = JSON.stringify({
      error: {
        message: '(#131056) pair rate limit hit',
        type: 'OAuthException',
        code: 131056,
        error_data: { messaging_product: 'whatsapp', details: 'Too many messages.' },
        error_subcode: 7,
        is_transient: true,
        fbtrace_id: 'A1b2',
      },
    });
    for (const status of [200, 400, 500, 503]) {
      const { failure } = await failureFrom(
        answering(httpAnswer(status, body, { 'retry-after': '7' })),
      );
      expect(failure).toEqual({
        kind: 'refused',
        status,
        code: 131056,
        subcode: 7,
        title: '(#131056) pair rate limit hit',
        details: 'Too many messages.',
        isTransient: true,
        retryAfterMs: 7000,
        fbtraceId: 'A1b2',
      });
    }
  });

  it.each([401, 403, 404, 413, 429])('without an envelope is refused at %s', async (status) => {
    const { failure } = await failureFrom(answering(httpAnswer(status, '<h1>No</h1>')));
    expect(failure).toMatchObject({ kind: 'refused', status, code: null });
  });

  it('is refused by a redirect, which is not followed with the token', async () => {
    const elsewhere = await rawServer(answering(httpAnswer(200, OK)));
    const { failure } = await failureFrom(
      answering(httpAnswer(307, '', { location: `${elsewhere.url}/v26.0/1055/messages` })),
    );
    expect(failure).toMatchObject({ kind: 'refused', status: 307, code: null });
    expect(elsewhere.connections).toHaveLength(0);
  });

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': new Date(NOW + 30_000).toUTCString() }, 30_000],
    [{ 'retry-after': '999999999' }, 3_600_000],
    [{ 'retry-after': 'soon' }, null],
    [
      {
        'x-business-use-case-usage': '{"1":[{"type":"x","estimated_time_to_regain_access":3}]}',
      },
      180_000,
    ],
    [{ 'x-business-use-case-usage': 'not json' }, null],
    [{}, null],
  ])('with the headers %j is to be left alone for %s ms', async (headers, retryAfterMs) => {
    const body = '{"error":{"message":"slow down","code":4}}';
    const { failure } = await failureFrom(answering(httpAnswer(429, body, headers)));
    expect(failure).toMatchObject({ kind: 'refused', code: 4, retryAfterMs });
  });
});

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: Json;
}

async function recordingServer(answer = OK) {
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      requests.push({
        method: request.method ?? '',
        url: new URL(request.url ?? '', 'http://x'),
        authorization: request.headers.authorization,
        body: text === '' ? null : parseJson(text),
      });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

describe('what Meta gets', () => {
  it('is a message with the number, our own id and the token in the header alone', async () => {
    const server = await recordingServer();
    const accepted = await sendMessage(graph(), target(server.url), { ...TEXT, quotes: 'wamid.Q' });
    expect(accepted).toEqual({ wamid: 'wamid.A', waId: '5511', heldAs: null });
    expect(server.requests).toEqual([
      {
        method: 'POST',
        url: new URL('http://x/v26.0/1055/messages'),
        authorization: `Bearer ${TOKEN}`,
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: '+5511987650001',
          type: 'text',
          text: { body: 'Good morning' },
          context: { message_id: 'wamid.Q' },
          biz_opaque_callback_data: 'ours-1',
        },
      },
    ]);
  });

  it('names people without a number by their user id, and groups as groups', async () => {
    const server = await recordingServer();
    const send = (address: Parameters<typeof sendMessage>[2]['address']) =>
      sendMessage(graph(), target(server.url), { ...TEXT, address });
    await send({ kind: 'user', userId: 'BR.123' });
    await send({ kind: 'group', groupId: 'G1' });
    const [user, group] = server.requests.map(({ body }) => body);
    expect(user).toMatchObject({ recipient_type: 'individual', recipient: 'BR.123' });
    expect(user).not.toHaveProperty('to');
    expect(group).toMatchObject({ recipient_type: 'group', to: 'G1' });
  });

  it('is proven with the app secret where it is known', async () => {
    const server = await recordingServer('{"success":true}');
    await markRead(graph(), { ...target(server.url), appSecret: 'shh' }, 'wamid.Q');
    const proof = createHmac('sha256', 'shh').update(TOKEN).digest('hex');
    expect(server.requests[0]?.url.searchParams.get('appsecret_proof')).toBe(proof);
  });

  it('is a read receipt, with or without the typing indicator', async () => {
    const server = await recordingServer('{"success":true}');
    await markRead(graph(), target(server.url), 'wamid.Q');
    await showTyping(graph(), target(server.url), 'wamid.Q');
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.Q' };
    expect(server.requests.map(({ body }) => body)).toEqual([
      read,
      { ...read, typing_indicator: { type: 'text' } },
    ]);
  });
});

function reader(baseUrl: string) {
  return createGraphReader({ graph: graph(), baseUrl, apiVersion: 'v26.0' });
}

describe('asking Meta for somebody who waits', () => {
  it('answers what Meta says', async () => {
    const server = await recordingServer('{"id":"7","name":"Casa Verde"}');
    expect(await reader(server.url).read('7', { fields: 'id,name' }, TOKEN)).toEqual({
      id: '7',
      name: 'Casa Verde',
    });
    expect(server.requests[0]?.url.href).toBe('http://x/v26.0/7?fields=id%2Cname');
  });

  it('explains a refusal and a missing network in words, without the token', async () => {
    const refusing = await recordingServer('{"error":{"message":"Invalid OAuth","code":190}}');
    const refusal = reader(refusing.url).read('7', {}, TOKEN);
    await expect(refusal).rejects.toMatchObject({ code: 'graph_refused' });
    await expect(refusal).rejects.toThrow(/access token/);
    const offline = reader(await deadUrl()).read('7', {}, TOKEN);
    await expect(offline).rejects.toMatchObject({ code: 'graph_unreachable' });
    const error: unknown = await reader(refusing.url)
      .read('7', {}, TOKEN)
      .catch((reason: unknown) => reason);
    expect(error instanceof Error && `${error.message}${error.stack ?? ''}`).not.toContain(TOKEN);
  });
});
