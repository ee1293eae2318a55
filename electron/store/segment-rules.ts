import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { CustomFieldId } from '#shared/ids.ts';
import type {
  CampaignDeed,
  ConsentState,
  ContactSource,
  FieldTest,
  Rule,
  Writer,
} from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { fieldTypeOf } from './custom-fields.ts';
import { findLabel } from './labels.ts';
import type { ParameterList } from './segment-parameters.ts';
import { dayCondition, timeCondition } from './segment-times.ts';
import { foldedText } from './sql-functions.ts';
import type { Reader } from './store.ts';

export interface RuleContext {
  readonly db: Reader;
  readonly now: number;
  readonly list: ParameterList;
}

/**
 * What a rule about a label, a field or a campaign comes to that is there no more. SQL's null stays
 * null under NOT, so that nobody passes by such a rule, not by its opposite either.
 */
const NOBODY_CAN_SAY = 'NULL';

/** Whether the row `c` of `contact` passes, as SQL: 1 or 0, or null where nobody can say. */
export function ruleCondition(rule: Rule, context: RuleContext): string {
  const { db, now, list } = context;
  const { bind } = list;
  switch (rule.kind) {
    case 'label': {
      if (findLabel(db, rule.labelId) === undefined) return NOBODY_CAN_SAY;
      return either(rule.has, carries(bind(rule.labelId)));
    }
    case 'consent':
      return CONSENT[rule.state];
    case 'last_message': {
      const at = LAST_MESSAGE[rule.from];
      return rule.when.kind === 'never' ? `${at} IS NULL` : timeCondition(at, rule.when, now, list);
    }
    case 'campaign':
      return campaignCondition(rule, context);
    case 'field':
      return fieldCondition(rule.fieldId, rule.test, context);
    case 'language':
      return either(rule.is, speaks(rule.language, list));
    case 'country':
      return either(rule.is, comesFrom(rule.country, list));
    case 'source':
      return either(rule.is, SOURCE[rule.source]);
    case 'window':
      return either(rule.isOpen, hasOpenWindow(bind(now - WINDOW_MS)));
    case 'blocked':
      return `c.is_blocked = ${rule.isBlocked ? 1 : 0}`;
    case 'created':
      return timeCondition('c.created_at', rule.when, now, list);
    default:
      return unreachable(rule);
  }
}

function either(isSo: boolean, condition: string): string {
  return isSo ? condition : `NOT ${condition}`;
}

function carries(label: string): string {
  return `(c.id IN (
    SELECT contact_id FROM contact_label WHERE label_id = ${label}
    UNION ALL
    SELECT v.contact_id FROM conversation_label x JOIN conversation v ON v.id = x.conversation_id
    WHERE x.label_id = ${label}))`;
}

const OPTED_IN = `EXISTS (SELECT 1 FROM consent_event e WHERE e.contact_id = c.id AND e.kind = 'opt_in')`;

const CONSENT: Readonly<Record<ConsentState, string>> = {
  in: `(c.opted_out = 0 AND ${OPTED_IN})`,
  out: '(c.opted_out = 1)',
  unknown: `(c.opted_out = 0 AND NOT ${OPTED_IN})`,
};

const LAST_MESSAGE: Readonly<Record<Writer, string>> = {
  them: '(SELECT max(v.last_inbound_at) FROM conversation v WHERE v.contact_id = c.id)',
  us: '(SELECT max(v.last_outbound_at) FROM conversation v WHERE v.contact_id = c.id)',
  either: 'nullif(c.latest_message_at, 0)',
};

/** Where a message may have arrived: a claimed or an unknown one is not sent a second time. */
const GOT = `('claimed', 'accepted', 'sent', 'delivered', 'read', 'unknown')`;

function campaignCondition(
  rule: Extract<Rule, { readonly kind: 'campaign' }>,
  { db, now, list }: RuleContext,
): string {
  if (rule.campaignId !== null && !hasCampaign(db, rule.campaignId)) return NOBODY_CAN_SAY;
  const which = [
    ...(rule.campaignId === null ? [] : [`k.id = ${list.bind(rule.campaignId)}`]),
    ...(rule.days === null
      ? []
      : [timeCondition('k.started_at', { kind: 'within', days: rule.days }, now, list)]),
  ];
  const recipients = (states: string): string => `(c.id IN (
    SELECT r.contact_id FROM campaign k
    CROSS JOIN campaign_recipient r INDEXED BY campaign_recipient_state ON r.campaign_id = k.id
    WHERE ${[...which, `r.status IN ${states}`, 'r.contact_id IS NOT NULL'].join(' AND ')}))`;
  return deedCondition(rule.did, recipients(GOT), recipients(`('read')`));
}

function deedCondition(did: CampaignDeed, got: string, read: string): string {
  switch (did) {
    case 'got':
      return got;
    case 'not_got':
      return `NOT ${got}`;
    case 'read':
      return read;
    case 'not_read':
      return `(${got} AND NOT ${read})`;
    default:
      return unreachable(did);
  }
}

function hasCampaign(db: Reader, id: number): boolean {
  return db.prepare('SELECT 1 FROM campaign WHERE id = ?').get(id) !== undefined;
}

/** A field whose values are of another kind by now can't be asked either. */
function fieldCondition(id: CustomFieldId, test: FieldTest, context: RuleContext): string {
  const { db, list } = context;
  const type = fieldTypeOf(db, id);
  if (type === undefined || (test.kind !== 'filled' && test.kind !== type)) return NOBODY_CAN_SAY;
  const field = list.bind(id);
  const hasValue = (condition: string): string => `EXISTS (SELECT 1 FROM contact_field f
    WHERE f.contact_id = c.id AND f.field_id = ${field} AND f.value <> '' AND ${condition})`;
  switch (test.kind) {
    case 'filled':
      return either(test.isFilled, hasValue('1'));
    case 'text':
      return textCondition(test, hasValue, list);
    case 'number':
      return numberCondition(test, hasValue, list);
    case 'date':
      return hasValue(dayCondition(`substr(f.value, 1, 10)`, test.when, context.now, list));
    case 'yes_no':
      return hasValue(`lower(f.value) = ${list.bind(test.isYes ? 'true' : 'false')}`);
    default:
      return unreachable(test);
  }
}

type WithValue = (condition: string) => string;

function textCondition(
  { op, value }: Extract<FieldTest, { readonly kind: 'text' }>,
  hasValue: WithValue,
  list: ParameterList,
): string {
  const sought = list.bind(foldedText(value));
  switch (op) {
    case 'is':
      return hasValue(`folded(f.value) = ${sought}`);
    case 'is_not':
      return `NOT ${hasValue(`folded(f.value) = ${sought}`)}`;
    case 'contains':
      return hasValue(`instr(folded(f.value), ${sought}) > 0`);
    case 'begins':
      return hasValue(`substr(folded(f.value), 1, length(${sought})) = ${sought}`);
    default:
      return unreachable(op);
  }
}

/** A value that is no number, such as one that a program wrote, passes no comparison. */
const NUMBER = `iif(json_valid(f.value), CAST(f.value AS REAL), NULL)`;

function numberCondition(
  { op, value }: Extract<FieldTest, { readonly kind: 'number' }>,
  hasValue: WithValue,
  list: ParameterList,
): string {
  const bound = list.bind(value);
  switch (op) {
    case 'is':
      return hasValue(`${NUMBER} = ${bound}`);
    case 'is_not':
      return `NOT ${hasValue(`${NUMBER} = ${bound}`)}`;
    case 'at_least':
      return hasValue(`${NUMBER} >= ${bound}`);
    case 'at_most':
      return hasValue(`${NUMBER} <= ${bound}`);
    default:
      return unreachable(op);
  }
}

function speaks(language: string | null, { bind }: ParameterList): string {
  if (language === null) return `(coalesce(c.language, '') = '')`;
  const sought = bind(language.toLowerCase());
  return `coalesce(lower(c.language) = ${sought}
    OR substr(lower(c.language), 1, length(${sought}) + 1) = ${sought} || '-', 0)`;
}

/** Few countries share a code; only numbers that begin so are looked at closely. */
function comesFrom(country: string, { bind }: ParameterList): string {
  if (!isSupportedCountry(country)) return '0';
  const prefix = bind(`+${getCountryCallingCode(country)}`);
  return `EXISTS (SELECT 1 FROM contact_identity n
    WHERE n.contact_id = c.id AND n.kind = 'phone' AND n.is_active = 1
      AND substr(n.value, 1, length(${prefix})) = ${prefix}
      AND phone_country(n.value) = ${bind(country)})`;
}

const BY_SIGNUP = '(c.subscribed_via_signup_id IS NOT NULL)';
const BY_ADVERT = '(c.id IN (SELECT contact_id FROM conversation WHERE referral IS NOT NULL))';
const BY_IMPORT = `(c.id IN (
  SELECT contact_id FROM import_row WHERE json_extract(change, '$.before') IS NULL))`;

const SOURCE: Readonly<Record<ContactSource, string>> = {
  signup: BY_SIGNUP,
  advert: BY_ADVERT,
  import: BY_IMPORT,
  direct: `(NOT ${BY_SIGNUP} AND NOT ${BY_ADVERT} AND NOT ${BY_IMPORT})`,
};

function hasOpenWindow(since: string): string {
  return `(c.id IN (
    SELECT v.contact_id FROM conversation v JOIN account a ON a.id = v.account_id
    WHERE a.removed_at IS NULL AND v.window_opened_at > ${since}))`;
}
