import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, TemplateDraftId, TemplateId } from '#shared/ids.ts';
import type { Template, TemplateContent, TemplateDraft } from '#shared/models/template.ts';
import { EMPTY_PARTS } from '#shared/templates/empty-parts.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { insertDraft, updateDraft } from '../store/template-drafts.ts';
import { findTemplateByName } from '../store/templates.ts';
import { requireRoute } from './ask-meta.ts';
import { requireDraft, requireTemplate } from './find.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** An empty template to begin with. Throws FrontdeskError `no_account`. */
export function beginTemplate({ store, clock }: Deps, accountId: AccountId): TemplateDraft {
  requireRoute(store, accountId);
  const content: TemplateContent = {
    name: '',
    language: 'en_US',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    parts: EMPTY_PARTS,
    ttlSeconds: null,
  };
  return store.write((tx) => requireDraft(tx, insertDraft(tx, accountId, null, content, clock())));
}

/** The draft that changes a template; made from Meta's copy where there is none yet. */
export function draftFrom({ store, clock }: Deps, id: TemplateId): TemplateDraft {
  return store.write((tx) => {
    const template = requireTemplate(tx, id);
    const content = contentOf(template);
    return requireDraft(tx, insertDraft(tx, template.accountId, id, content, clock()));
  });
}

/**
 * A draft of the same template in another language, with the words as they are. Throws
 * FrontdeskError `conflict` where Meta has that language already.
 */
export function duplicateInto(
  { store, clock }: Deps,
  id: TemplateId,
  language: string,
): TemplateDraft {
  return store.write((tx) => {
    const template = requireTemplate(tx, id);
    const { accountId, name } = template;
    const existing = findTemplateByName(tx, accountId, name, language);
    if (existing !== undefined && existing.status !== 'DELETED') {
      throw new FrontdeskError(
        'conflict',
        `“${name}” is there in this language already. Open it from the list of its languages.`,
      );
    }
    const content = withoutSample({ ...contentOf(template), language });
    return requireDraft(tx, insertDraft(tx, accountId, null, content, clock()));
  });
}

/** Throws FrontdeskError `not_found`. */
export function saveDraft(
  { store, clock }: Deps,
  id: TemplateDraftId,
  content: TemplateContent,
): TemplateDraft {
  return store.write((tx) => {
    const draft = requireDraft(tx, id);
    updateDraft(tx, id, fixed(draft, content), clock());
    return requireDraft(tx, id);
  });
}

/** What Meta has keeps its name and language. */
function fixed({ templateId, content }: TemplateDraft, wanted: TemplateContent): TemplateContent {
  if (templateId === null) return wanted;
  return { ...wanted, name: content.name, language: content.language };
}

function contentOf({
  name,
  language,
  category,
  parameterFormat,
  parts,
  ttlSeconds,
}: Template): TemplateContent {
  return withoutSample({ name, language, category, parameterFormat, parts, ttlSeconds });
}

/** What Meta shows as the sample of a header is an address, and no handle that it would take again. */
function withoutSample(content: TemplateContent): TemplateContent {
  const { header } = content.parts;
  if (header?.kind !== 'media') return content;
  return { ...content, parts: { ...content.parts, header: { ...header, handle: null } } };
}
