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
import type { ParameterList } from './segment-parameters.ts';
import { dayCondition, timeCondition } from './segment-times.ts';
import { foldedText } from './sql-functions.ts';

export interface RuleContext {
  readonly now: number;
  readonly list: ParameterList;
}

/**
 * A condition about something that may have been deleted: null where it is there no more. SQL's null
 * stays null under NOT, so that nobody passes by such a rule, not by its opposite either.
 */
function whileThere(isThere: string, condition: string): string {
  return `CASE WHEN EXISTS (${isThere}) THEN ${condition} END`;
}

/** Whether the row `c` of `contact` passes, as SQL: 1 or 0, or null where nobody can say. */
export function ruleCondition(rule: Rule, context: RuleContext): string {
  const { now, list } = context;
  const { bind } = list;
  switch (rule.kind) {
    case 'label': {
      const label = bind(rule.labelId);
      return whileThere(
        `SELECT 1 FROM label WHERE id = ${label}`,
        either(rule.has, carries(label)),
      );
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
  { campaignId, did, days }: Extract<Rule, { readonly kind: 'campaign' }>,
  { now, list }: RuleContext,
): string {
  const campaign = campaignId === null ? null : list.bind(campaignId);
  const which = [
    ...(campaign === null ? [] : [`k.id = ${campaign}`]),
    ...(days === null ? [] : [timeCondition('k.started_at', { kind: 'within', days }, now, list)]),
  ];
  const recipients = (states: string): string => `(c.id IN (
    SELECT r.contact_id FROM campaign k
    CROSS JOIN campaign_recipient r INDEXED BY campaign_recipient_state ON r.campaign_id = k.id
    WHERE ${[...which, `r.status IN ${states}`, 'r.contact_id IS NOT NULL'].join(' AND ')}))`;
  const condition = deedCondition(did, recipients(GOT), recipients(`('read')`));
  return campaign === null
    ? condition
    : whileThere(`SELECT 1 FROM campaign WHERE id = ${campaign}`, condition);
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

/** A field whose values are of another kind by now can't be asked either. */
function fieldCondition(id: CustomFieldId, test: FieldTest, context: RuleContext): string {
  const { list } = context;
  const field = list.bind(id);
  const ofKind = test.kind === 'filled' ? '' : ` AND type = ${list.bind(test.kind)}`;
  return whileThere(
    `SELECT 1 FROM custom_field WHERE id = ${field}${ofKind}`,
    valueCondition(test, field, context),
  );
}

function valueCondition(test: FieldTest, field: string, { now, list }: RuleContext): string {
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
      return hasValue(dayCondition('substr(f.value, 1, 10)', test.when, now, list));
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
