import type { JsonObject } from '#shared/json.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import type { PracticeNumber } from './model.ts';
import type { NumberStanding, NumberStandings } from './number-standing.ts';
import type { Answer } from './outbound.ts';
import type { SentMessage } from './statuses.ts';

/** Source: meta-platform §1.10. Without `fields`, Meta answers these. */
const PHONE_DEFAULTS = ['id', 'verified_name', 'display_phone_number', 'quality_rating'];
const WABA_DEFAULTS = ['id', 'name', 'timezone_id', 'message_template_namespace'];

export function phoneNode(
  number: PracticeNumber,
  standing: NumberStanding,
  fields: string | null,
): Answer | Refusal {
  const all = phoneFields(number, standing);
  return pickFields('WhatsAppBusinessPhoneNumber', all, fields, PHONE_DEFAULTS);
}

export function wabaNode(number: PracticeNumber, fields: string | null): Answer | Refusal {
  return pickFields('WhatsAppBusinessAccount', wabaFields(number), fields, WABA_DEFAULTS);
}

export function phoneNumbers(
  numbers: readonly PracticeNumber[],
  standings: Pick<NumberStandings, 'of'>,
): Answer {
  const data = numbers.map((number) => ({
    id: number.phoneNumberId,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: standings.of(number).quality,
    status: 'CONNECTED',
    code_verification_status: 'VERIFIED',
    throughput: { level: number.throughput },
  }));
  return { ok: true, body: { data, paging: { cursors: { before: 'first', after: 'last' } } } };
}

/** Source: meta-platform §1.17. */
export function tokenInfo(number: PracticeNumber | undefined, nowMs: number): Answer {
  if (number === undefined) {
    const error = { code: 190, message: 'Invalid OAuth access token.', subcode: 467 };
    return { ok: true, body: { data: { error, is_valid: false, scopes: [] } } };
  }
  const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
  return {
    ok: true,
    body: {
      data: {
        app_id: number.appId,
        type: 'SYSTEM_USER',
        application: 'Frontdesk',
        is_valid: true,
        issued_at: Math.floor(nowMs / 1_000),
        expires_at: 0,
        data_access_expires_at: 0,
        scopes,
        granular_scopes: scopes.map((scope) => ({ scope, target_ids: [number.wabaId] })),
        user_id: `9${number.appId}`,
      },
    },
  };
}

/** Delivery states without any content. Source: meta-platform §0.3 (3). */
export function messageHistory(sent: SentMessage | undefined): Answer {
  if (sent === undefined) return { ok: true, body: { data: [] } };
  const events = sent.statuses.map(({ status, at }, index) => ({
    id: String(index + 1),
    delivery_status: status === 'played' ? 'READ' : status.toUpperCase(),
    webhook_update_state: 'DELIVERED',
    timestamp: Math.floor(at / 1_000),
  }));
  const id = sent.wamid.replace(/\D/g, '').slice(0, 16).padEnd(16, '0');
  return {
    ok: true,
    body: {
      data: [{ id, message_id: sent.wamid, events: { data: events } }],
      paging: { cursors: { before: 'first', after: 'last' } },
    },
  };
}

function phoneFields(
  number: PracticeNumber,
  { quality, messagingLimit }: NumberStanding,
): JsonObject {
  return {
    id: number.phoneNumberId,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: quality,
    name_status: 'APPROVED',
    status: 'CONNECTED',
    code_verification_status: 'VERIFIED',
    throughput: { level: number.throughput },
    whatsapp_business_manager_messaging_limit: messagingLimit,
    account_mode: 'LIVE',
    platform_type: 'CLOUD_API',
    is_official_business_account: false,
    is_on_biz_app: false,
    is_pin_enabled: true,
    webhook_configuration: {},
    health_status: healthOf(number),
  };
}

function wabaFields(number: PracticeNumber): JsonObject {
  return {
    id: number.wabaId,
    name: number.verifiedName,
    timezone_id: '25',
    currency: 'BRL',
    country: 'BR',
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    ownership_type: 'SELF',
    message_template_namespace: `practice_${number.wabaId}`,
    primary_funding_id: `8${number.wabaId}`,
    health_status: healthOf(number),
  };
}

function healthOf(number: PracticeNumber): JsonObject {
  return {
    can_send_message: 'AVAILABLE',
    entities: [
      entity('PHONE_NUMBER', number.phoneNumberId),
      entity('WABA', number.wabaId),
      entity('BUSINESS', number.businessPortfolioId),
      entity('APP', number.appId),
    ],
  };
}

function entity(entity_type: string, id: string): JsonObject {
  return { entity_type, id, can_send_message: 'AVAILABLE' };
}

/** One unknown field fails the whole call. Source: meta-platform §1.10. */
function pickFields(
  nodeType: string,
  all: JsonObject,
  fields: string | null,
  defaults: readonly string[],
): Answer | Refusal {
  const wanted = fields === null ? defaults : ['id', ...fields.split(',').map((one) => one.trim())];
  const unknown = wanted.find((name) => !Object.hasOwn(all, name));
  if (unknown !== undefined) {
    return refuse(100, null, {
      message: `(#100) Tried accessing nonexisting field (${unknown}) on node type (${nodeType})`,
    });
  }
  const body = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));
  return { ok: true, body };
}
