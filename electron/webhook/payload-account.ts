import type { Change } from './payload-item.ts';
import { assertShallow, MalformedUpdateError } from './payload-fields.ts';
import type { Update } from './update.ts';

/** What Meta says about the account, the number, its templates or its groups. Source: meta-platform §2.3. */
const ACCOUNT_FIELDS: ReadonlySet<string> = new Set([
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
  'phone_number_quality_update',
  'phone_number_name_update',
  'account_update',
  'account_review_update',
  'account_alerts',
  'account_settings_update',
  'business_capability_update',
  'business_status_update',
  'business_username_updates',
  'security',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'payment_configuration_update',
  'partner_solutions',
  'automatic_events',
  'tracking_events',
  'consumer_profile',
  'history',
  'messages.errors',
  'messages.user_actions',
]);

export function readAccountChange({ field, value, path, at, number }: Change): Update {
  if (!ACCOUNT_FIELDS.has(field)) {
    return { kind: 'unhandled', path, reason: `"${field}" is no field that is known.` };
  }
  try {
    assertShallow(value);
  } catch (error) {
    if (!(error instanceof MalformedUpdateError)) throw error;
    return { kind: 'malformed', path, reason: error.message };
  }
  return { kind: 'account', path, number, field, value, at };
}
