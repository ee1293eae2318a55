import type { Json, JsonObject } from '#shared/json.ts';
import type { PracticeTemplate } from './template.ts';

export type Outcome =
  | { readonly status: 'APPROVED' }
  | { readonly status: 'REJECTED'; readonly reason: string; readonly recommendation: string };

const ASKS_FOR_SECRETS = /\b(password|pin code|credit card|senha|contraseña|passwort)\b/iu;
const PROMOTES = /\b(sale|discount|% off|offer|promo|desconto|oferta|promoção|rabatt)\b/iu;

/** What the review of Meta might say. The same words always get the same answer. */
export function review({ components }: Pick<PracticeTemplate, 'components'>): Outcome {
  if (!ASKS_FOR_SECRETS.test(JSON.stringify(components))) return { status: 'APPROVED' };
  return {
    status: 'REJECTED',
    reason: 'SCAM',
    recommendation: 'Do not ask for passwords, PINs or card numbers.',
  };
}

/** Meta moves a utility template that advertises among the marketing ones when it is made. */
export function categoryAfterLook(category: string, components: Json): string {
  return category === 'UTILITY' && PROMOTES.test(JSON.stringify(components))
    ? 'MARKETING'
    : category;
}

/** Source: meta-platform §2.3, `message_template_status_update`. */
export function statusNews(template: PracticeTemplate, outcome: Outcome): JsonObject {
  return {
    event: outcome.status,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    // Webhooks write the language with a hyphen.
    message_template_language: template.language.replace('_', '-'),
    message_template_category: template.category,
    reason: outcome.status === 'REJECTED' ? outcome.reason : 'NONE',
    ...(outcome.status === 'REJECTED' && {
      rejection_info: { reason: outcome.reason, recommendation: outcome.recommendation },
    }),
  };
}
