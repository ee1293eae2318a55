import type { AccountId, TemplateDraftId, TemplateId } from '../ids.ts';
import type { TemplateParts } from './template-parts.ts';

export const TEMPLATE_CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

export const PARAMETER_FORMATS = ['POSITIONAL', 'NAMED'] as const;
export type ParameterFormat = (typeof PARAMETER_FORMATS)[number];

/** Source: meta-platform §1.9. What Meta adds later is `UNKNOWN` until this list knows it. */
export const TEMPLATE_STATUSES = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'PENDING_DELETION',
  'DELETED',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
  'LOCKED',
  'UNKNOWN',
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const;
export type TemplateQuality = (typeof TEMPLATE_QUALITIES)[number];

/** What a list shows of a template: Meta's copy, and whether the owner is changing it. */
export interface TemplateSummary {
  readonly id: TemplateId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly status: TemplateStatus;
  readonly quality: TemplateQuality;
  /** The beginning of its words. */
  readonly beginning: string;
  readonly hasDraft: boolean;
  /** When it was last sent from here, in milliseconds since 1970. */
  readonly lastUsedAt: number | null;
}

/** Meta's copy of a template. */
export interface Template extends Omit<TemplateSummary, 'beginning' | 'hasDraft'> {
  readonly metaTemplateId: string | null;
  readonly parameterFormat: ParameterFormat;
  readonly parts: TemplateParts;
  /** Meta's word for why it was rejected; null where it was not. */
  readonly rejectedReason: string | null;
  /** What Meta says about a rejection or a pause, in its words. */
  readonly remark: string | null;
  /** The category that Meta holds for right, where it is another. */
  readonly correctCategory: TemplateCategory | null;
  /** When Meta moves it into that category by itself. */
  readonly categoryChangesAt: number | null;
  /** How long Meta tries to deliver; null for its usual time. */
  readonly ttlSeconds: number | null;
  /** When Meta last confirmed all of this. */
  readonly syncedAt: number;
}

/** What the owner writes: apart from Meta's copy until it is handed in. */
export interface TemplateContent {
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly parameterFormat: ParameterFormat;
  readonly parts: TemplateParts;
  readonly ttlSeconds: number | null;
}

export interface TemplateDraft {
  readonly id: TemplateDraftId;
  readonly accountId: AccountId;
  /** The template at Meta that it changes; null for a new one. */
  readonly templateId: TemplateId | null;
  readonly content: TemplateContent;
  readonly updatedAt: number;
}

/** Something that happened to a template, newest first in lists. */
export interface TemplateEvent {
  readonly kind: 'status' | 'quality' | 'category' | 'edited';
  readonly at: number;
  readonly before: string | null;
  readonly after: string;
  /** Meta's reason or remark. */
  readonly remark: string | null;
}

/** What became of the messages of one template in the last thirty days. */
export interface TemplateResults {
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
}

/** Whether Meta takes a change now, and if not, from when or why. Source: meta-platform §1.9. */
export type EditAllowance =
  | { readonly allowed: true; readonly categoryToo: boolean; readonly leftThisMonth: number }
  | { readonly allowed: false; readonly reason: 'status' }
  | { readonly allowed: false; readonly reason: 'day' | 'month'; readonly at: number };

export interface TemplateDetail {
  readonly template: Template;
  readonly draft: TemplateDraft | null;
  /** The other languages of the same name. */
  readonly siblings: readonly TemplateSummary[];
  readonly events: readonly TemplateEvent[];
  readonly edit: EditAllowance;
}
