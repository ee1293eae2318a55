import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { isJsonObject, parseJson, type Json, type JsonObject } from '#shared/json.ts';

export interface ReceivedWebhook {
  readonly raw: Buffer;
  readonly signature: string;
  readonly payload: JsonObject;
}

/** A bare listener in Frontdesk's place, which keeps what it gets. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** Statuses to answer with, in order; 200 when they have run out. */
  answerWith(...statuses: number[]): void;
  /** Every `messages[]` entry so far, in the order of arrival. */
  messages(): JsonObject[];
  /** Every `statuses[]` entry so far, in the order of arrival. */
  statuses(): JsonObject[];
  changes(): JsonObject[];
  stop(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const signature = String(request.headers['x-hub-signature-256']);
      const payload = parseJson(raw.toString('utf8'));
      if (isJsonObject(payload)) received.push({ raw, signature, payload });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');

  const changes = (): JsonObject[] =>
    received.flatMap(({ payload }) =>
      objects(payload['entry']).flatMap((entry) => objects(entry['changes'])),
    );
  const values = (): JsonObject[] => changes().map((change) => object(change['value']));

  return {
    url: `http://127.0.0.1:${address.port}/webhook`,
    received,
    answerWith: (...statuses) => answers.push(...statuses),
    messages: () => values().flatMap((value) => objects(value['messages'])),
    statuses: () => values().flatMap((value) => objects(value['statuses'])),
    changes,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The text in a place of Meta's JSON; throws where there is none. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`);
  return value;
}

export function signatureOf(raw: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(raw).digest('hex')}`;
}
