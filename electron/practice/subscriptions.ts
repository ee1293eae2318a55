import type { JsonObject } from '#shared/json.ts';
import { refuse, type Refusal } from './graph-errors.ts';
import type { PracticeNumber } from './model.ts';
import type { Answer } from './outbound.ts';

/** Which WABAs have the app subscribed, and where their webhooks go. Source: meta-platform §1.12. */
export interface Subscriptions {
  list(number: PracticeNumber): Answer;
  subscribe(number: PracticeNumber, body: JsonObject): Answer | Refusal;
  unsubscribe(number: PracticeNumber): Answer;
}

export function createSubscriptions(): Subscriptions {
  const overrideOf = new Map<string, string | null>();
  const success: Answer = { ok: true, body: { success: true } };

  return {
    list(number) {
      const override = overrideOf.get(number.wabaId);
      if (override === undefined) return { ok: true, body: { data: [] } };
      const app = {
        id: number.appId,
        name: 'Frontdesk',
        link: `https://www.facebook.com/games/?app_id=${number.appId}`,
      };
      const data = [
        {
          whatsapp_business_api_data: app,
          ...(override !== null && { override_callback_uri: override }),
        },
      ];
      return { ok: true, body: { data } };
    },
    subscribe(number, body) {
      const override = body['override_callback_uri'];
      if (typeof override !== 'string') {
        overrideOf.set(number.wabaId, null);
        return success;
      }
      if (!overrideOf.has(number.wabaId)) {
        return refuse(
          100,
          'Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account.',
        );
      }
      overrideOf.set(number.wabaId, override);
      return success;
    },
    unsubscribe(number) {
      overrideOf.delete(number.wabaId);
      return success;
    },
  };
}
