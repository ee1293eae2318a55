import { createHmac } from 'node:crypto';
import type { JsonObject } from '#shared/json.ts';
import type { PracticeNumber } from './model.ts';

/** One change of one number, before it is put into an envelope. */
export interface Update {
  readonly number: PracticeNumber;
  readonly field: string;
  readonly value: JsonObject;
}

/** Source: meta-platform §2.2. All updates must belong to numbers of one app. */
export function envelope(updates: readonly Update[]): JsonObject {
  const changesOf = new Map<string, JsonObject[]>();
  for (const { number, field, value } of updates) {
    const changes = changesOf.get(number.wabaId) ?? [];
    changes.push({ field, value });
    changesOf.set(number.wabaId, changes);
  }
  return {
    object: 'whatsapp_business_account',
    entry: [...changesOf].map(([id, changes]) => ({ id, changes })),
  };
}

export function metadata(number: PracticeNumber): JsonObject {
  return {
    display_phone_number: number.displayPhoneNumber.replace(/\D/g, ''),
    phone_number_id: number.phoneNumberId,
  };
}

/**
 * The exact bytes Meta would send: everything outside ASCII escaped with lower-case hex, and slashes
 * escaped. Whoever parses and re-serialises them before checking the signature fails here as they
 * would with Meta. Source: meta-platform §2.1.
 */
export function encode(payload: JsonObject): Buffer {
  const escaped = JSON.stringify(payload)
    .replaceAll('/', String.raw`\/`)
    .replace(/[\u007f-\uffff]/g, escapeUnit);
  return Buffer.from(escaped, 'latin1');
}

export function sign(body: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

function escapeUnit(unit: string): string {
  return String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
