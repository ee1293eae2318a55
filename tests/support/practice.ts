import { isJsonObject, parseJson, type JsonObject } from '#shared/json.ts';
import { silentLog } from '#electron/log.ts';
import type { PracticeCustomer, PracticeNumber } from '#electron/practice/model.ts';
import {
  startPracticePlatform,
  type PracticeOptions,
  type PracticePlatform,
} from '#electron/practice/platform.ts';

export const NUMBER: PracticeNumber = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  businessPortfolioId: '506914307656634',
  displayPhoneNumber: '+55 11 5555-0142',
  verifiedName: 'Casa Verde Flores',
  accessToken: 'practice-token',
  appId: '670843887433847',
  appSecret: 'practice-secret',
  throughput: 'STANDARD',
};

export const ANA: PracticeCustomer = {
  waId: '5511987650001',
  name: 'Ana Souza',
  bsuid: 'BR.1000000000000001',
  lastWroteAt: null,
};

/** A clock that a test moves by hand. Times are in ms since 1970. */
export interface HandClock {
  (): number;
  advance(ms: number): void;
}

export function handClock(start: number = Date.UTC(2026, 10, 22, 12)): HandClock {
  let now = start;
  return Object.assign(() => now, {
    advance(ms: number) {
      now += ms;
    },
  });
}

/** A platform without latencies and without a crowd, with Ana as its only customer. */
export function startQuietPlatform(
  options: Partial<PracticeOptions> = {},
): Promise<PracticePlatform> {
  return startPracticePlatform({
    clock: handClock(),
    log: silentLog,
    numbers: [NUMBER],
    callbackUrl: null,
    seed: 'test',
    speed: 0,
    customers: [ANA],
    crowd: false,
    ...options,
  });
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** Calls the platform as a Graph client would. */
export async function callGraph(
  platform: PracticePlatform,
  method: string,
  path: string,
  body?: JsonObject,
  token: string = NUMBER.accessToken,
): Promise<GraphAnswer> {
  const response = await fetch(`${platform.url}/v23.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json = parseJson(await response.text());
  if (!isJsonObject(json)) throw new Error('The platform answered something that is no object.');
  return { status: response.status, body: json };
}

export function sendBody(
  type: string,
  content: JsonObject[string],
  extra: JsonObject = {},
): JsonObject {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: `+${ANA.waId}`,
    type,
    [type]: content,
    ...extra,
  };
}

export function send(platform: PracticePlatform, body: JsonObject): Promise<GraphAnswer> {
  return callGraph(platform, 'POST', `${NUMBER.phoneNumberId}/messages`, body);
}

export function sendText(
  platform: PracticePlatform,
  text: string,
  extra: JsonObject = {},
): Promise<GraphAnswer> {
  return send(platform, sendBody('text', { body: text }, extra));
}
