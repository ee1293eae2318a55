import type { Json } from './json.ts';
import { fieldAt, objectAt, textAt } from './json-fields.ts';
import { contentText, readContent } from './message-content.ts';
import { messageTypeOf } from './message-type.ts';
import type { MessageExtras, Referral } from './models/message-extras.ts';

/** Reads what stands beside a message's content. Never throws. Source: meta-platform §2.4. */
export function readExtras(payload: Json): MessageExtras {
  const context = objectAt(payload, 'context');
  const before = objectAt(payload, 'before_edit');
  const product = objectAt(context, 'referred_product');
  return {
    isForwardedOften: fieldAt(context, 'frequently_forwarded') === true,
    firstWording:
      before === undefined ? null : contentText(readContent(messageTypeOf(before), before)),
    referral: readReferral(objectAt(payload, 'referral')),
    productId: textAt(product, 'product_retailer_id') ?? null,
  };
}

function readReferral(referral: Json | undefined): Referral | null {
  if (referral === undefined) return null;
  const source = textAt(referral, 'source_type');
  return {
    source: source === 'ad' || source === 'post' ? source : 'other',
    headline: textAt(referral, 'headline') ?? null,
    body: textAt(referral, 'body') ?? null,
    url: textAt(referral, 'source_url') ?? null,
  };
}
