import { z } from 'zod';
import {
  accountId,
  answering,
  chatId,
  mediaId,
  nothing,
  pageSize,
  templateDraftId,
  templateId,
} from './command.ts';
import type { ChatId, TemplateId } from './ids.ts';
import type { Json } from './json.ts';
import { MAX_SEARCH_LENGTH } from './limits.ts';
import type { Message } from './models/message.ts';
import { PARAMETER_FORMATS, TEMPLATE_CATEGORIES } from './models/template.ts';
import type {
  TemplateDetail,
  TemplateDraft,
  TemplateResults,
  TemplateSummary,
} from './models/template.ts';
import { readParts } from './templates/read-parts.ts';

export interface TemplatePage {
  readonly templates: readonly TemplateSummary[];
  readonly nextCursor: string | null;
  /** When Meta's whole list was last fetched; null while it never was. */
  readonly syncedAt: number | null;
}

const language = z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/u);

const json: z.ZodType<Json, Json> = z.json();

/** A draft may be wrong in every way that a template can be wrong. */
const content = z
  .strictObject({
    name: z.string().max(1000),
    language: z.string().max(20),
    category: z.enum(TEMPLATE_CATEGORIES),
    parameterFormat: z.enum(PARAMETER_FORMATS),
    /** As Meta writes them. */
    components: z.array(json).max(20),
    ttlSeconds: z.int().nullable(),
  })
  .transform(({ components, ...rest }) => ({ ...rest, parts: readParts(components) }));

const text = z.string().max(4000);

/** What is given for the slots of a template, by the slots' keys. */
const values = z.record(
  z.string().max(600),
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text }),
    z.strictObject({ kind: z.literal('file'), mediaId, filename: text.nullable() }),
    z.strictObject({ kind: z.literal('link'), url: text }),
    z.strictObject({
      kind: z.literal('location'),
      latitude: text,
      longitude: text,
      name: text,
      address: text,
    }),
    z.strictObject({ kind: z.literal('product'), catalogId: text, productId: text }),
    z.strictObject({ kind: z.literal('time'), at: z.int().positive() }),
  ]),
);

/** Commands for templates: Meta's copy, drafts apart from it, and sending them. */
export const templateContract = {
  'templates.page': answering<TemplatePage>()(
    z.strictObject({
      accountId,
      /** Part of the name or of the words. */
      text: z.string().max(MAX_SEARCH_LENGTH),
      approvedOnly: z.boolean(),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  'templates.detail': answering<TemplateDetail>()(z.strictObject({ templateId })),
  /** Of the last thirty days. */
  'templates.results': answering<TemplateResults>()(z.strictObject({ templateId })),
  'templates.drafts': answering<readonly TemplateDraft[]>()(z.strictObject({ accountId })),
  'templates.draft': answering<TemplateDraft>()(z.strictObject({ draftId: templateDraftId })),
  /** Fetches the whole list from Meta. Answers how many there are, and how many are gone. */
  'templates.sync': answering<{ readonly total: number; readonly gone: number }>()(
    z.strictObject({ accountId }),
  ),
  'templates.begin': answering<TemplateDraft>()(z.strictObject({ accountId })),
  /** The draft that changes a template; made of Meta's copy if there is none yet. */
  'templates.edit': answering<TemplateDraft>()(z.strictObject({ templateId })),
  'templates.duplicate': answering<TemplateDraft>()(z.strictObject({ templateId, language })),
  'templates.saveDraft': answering<TemplateDraft>()(
    z.strictObject({ draftId: templateDraftId, content }),
  ),
  'templates.discardDraft': answering<null>()(z.strictObject({ draftId: templateDraftId })),
  /** Hands it in for Meta's review. Answers the template that the draft has become. */
  'templates.handIn': answering<TemplateId>()(z.strictObject({ draftId: templateDraftId })),
  /** Deletes one language at Meta. */
  'templates.remove': answering<null>()(z.strictObject({ templateId })),
  'templates.unpause': answering<null>()(z.strictObject({ templateId })),
  /** Gives Meta a file as the sample of the draft's header. Answers its handle. */
  'templates.uploadSample': answering<string>()(
    z.strictObject({ draftId: templateDraftId, mediaId }),
  ),
  'templates.send': answering<Message>()(z.strictObject({ chatId, templateId, values })),
  /** Sends it to the owner's own phone. Answers the chat it stands in. */
  'templates.sendTest': answering<ChatId>()(
    z.strictObject({ templateId, values, phone: z.string().max(40) }),
  ),
  'templates.testPhone': answering<string | null>()(nothing),
} as const;
