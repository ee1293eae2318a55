import type { CampaignId, CustomFieldId, LabelId, SegmentId } from '../ids.ts';
import type { FieldType } from './contact-field.ts';
import type { Contact } from './contact.ts';

/** How the rules of a group are taken together. */
export const COMBINATIONS = ['all', 'any', 'none'] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** `in`: they said yes and have not said no since. `unknown`: they said neither. */
export const CONSENT_STATES = ['in', 'out', 'unknown'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const WRITERS = ['them', 'us', 'either'] as const;
export type Writer = (typeof WRITERS)[number];

/**
 * `got`: WhatsApp took the message, or may have. `not_read`: got it, and has not read it.
 * Of any campaign: got at least one, and read at least one or none of them.
 */
export const CAMPAIGN_DEEDS = ['got', 'not_got', 'read', 'not_read'] as const;
export type CampaignDeed = (typeof CAMPAIGN_DEEDS)[number];

/** `direct`: by none of the other ways; they wrote first, or the owner added them. */
export const CONTACT_SOURCES = ['signup', 'advert', 'import', 'direct'] as const;
export type ContactSource = (typeof CONTACT_SOURCES)[number];

export const TEXT_TESTS = ['is', 'is_not', 'contains', 'begins'] as const;
export type TextTest = (typeof TEXT_TESTS)[number];

export const NUMBER_TESTS = ['is', 'is_not', 'at_least', 'at_most'] as const;
export type NumberTest = (typeof NUMBER_TESTS)[number];

/** Days count back from now. A date is `YYYY-MM-DD` in the owner's time zone; `since` has that day in it. */
export type TimeTest =
  | { readonly kind: 'within'; readonly days: number }
  | { readonly kind: 'longer_ago'; readonly days: number }
  | { readonly kind: 'before'; readonly date: string }
  | { readonly kind: 'since'; readonly date: string };

/** What is asked of the value of a custom field. A person without a value passes `is_not` too. */
export type FieldTest =
  | { readonly kind: 'filled'; readonly isFilled: boolean }
  | { readonly kind: 'text'; readonly op: TextTest; readonly value: string }
  | { readonly kind: 'number'; readonly op: NumberTest; readonly value: number }
  | {
      readonly kind: 'date';
      readonly when: TimeTest | { readonly kind: 'next'; readonly days: number };
    }
  | { readonly kind: 'yes_no'; readonly isYes: boolean };

/** One thing that is asked of a person. */
export type Rule =
  /** On the person, or on one of their chats. */
  | { readonly kind: 'label'; readonly labelId: LabelId; readonly has: boolean }
  | { readonly kind: 'consent'; readonly state: ConsentState }
  | {
      readonly kind: 'last_message';
      readonly from: Writer;
      readonly when: TimeTest | { readonly kind: 'never' };
    }
  | {
      readonly kind: 'campaign';
      /** Null: any. */
      readonly campaignId: CampaignId | null;
      readonly did: CampaignDeed;
      /** Only campaigns that started in these days; null: whenever. */
      readonly days: number | null;
    }
  | { readonly kind: 'field'; readonly fieldId: CustomFieldId; readonly test: FieldTest }
  /** `pt` has `pt-BR` in it. Null: nobody knows it. */
  | { readonly kind: 'language'; readonly language: string | null; readonly is: boolean }
  /** Of one of their numbers. Two letters of ISO 3166. */
  | { readonly kind: 'country'; readonly country: string; readonly is: boolean }
  | { readonly kind: 'source'; readonly source: ContactSource; readonly is: boolean }
  /** Whether a free reply is possible, at one of our numbers. */
  | { readonly kind: 'window'; readonly isOpen: boolean }
  | { readonly kind: 'blocked'; readonly isBlocked: boolean }
  | { readonly kind: 'created'; readonly when: TimeTest };

export type RuleKind = Rule['kind'];

export const RULE_KINDS = [
  'label',
  'consent',
  'last_message',
  'campaign',
  'field',
  'language',
  'country',
  'source',
  'window',
  'blocked',
  'created',
] as const satisfies readonly RuleKind[];

/** Rules taken together. A group without rules, which only the outermost can be, has everybody in it. */
export interface RuleGroup {
  readonly kind: 'group';
  readonly combine: Combination;
  readonly rules: readonly RuleNode[];
}

export type RuleNode = Rule | RuleGroup;

/** A saved question about people, asked anew whenever it is used. */
export interface Segment {
  readonly id: SegmentId;
  /** No two have the same, whatever their capitals. */
  readonly name: string;
  readonly rules: RuleGroup;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SegmentPreview {
  readonly fitting: number;
  /** How many people there are. */
  readonly all: number;
  /** Some of them, those with the latest message first. */
  readonly sample: readonly Contact[];
}

/** What rules can be about, beside labels. */
export interface SegmentChoices {
  readonly fields: readonly {
    readonly id: CustomFieldId;
    readonly name: string;
    readonly type: FieldType;
  }[];
  /** The latest first. */
  readonly campaigns: readonly { readonly id: CampaignId; readonly name: string }[];
  /** Those that people have. */
  readonly languages: readonly string[];
}
