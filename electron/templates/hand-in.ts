import { FrontdeskError } from '#shared/errors.ts';
import type { TemplateDraftId, TemplateId } from '#shared/ids.ts';
import type { JsonObject } from '#shared/json.ts';
import type { TemplateContent, TemplateDraft } from '#shared/models/template.ts';
import { checkTemplate } from '#shared/templates/check.ts';
import { unreachable } from '#shared/unreachable.ts';
import { writeParts } from '#shared/templates/write-parts.ts';
import { createTemplate, editTemplate } from '../graph/templates.ts';
import type { WriteTx } from '../store/store.ts';
import { removeDraft } from '../store/template-drafts.ts';
import { recordTemplateEvent } from '../store/template-events.ts';
import { applyMetaTemplate } from '../store/template-facts.ts';
import { askForSync } from '../store/template-sync.ts';
import { findTemplateByName } from '../store/templates.ts';
import { askMeta, requireRoute } from './ask-meta.ts';
import type { TemplateDeps } from './ask-meta.ts';
import { editAllowance } from './edit-allowance.ts';
import { requireDraft, requireTemplate } from './find.ts';

/**
 * Hands a draft in for Meta's review and answers the template that it has become. Throws
 * FrontdeskError; then the draft is still there.
 */
export async function handIn(deps: TemplateDeps, id: TemplateDraftId): Promise<TemplateId> {
  const draft = requireDraft(deps.store, id);
  refuseProblems(draft.content);
  return draft.templateId === null
    ? await create(deps, draft)
    : await change(deps, draft, draft.templateId);
}

function refuseProblems(content: TemplateContent): void {
  const count = checkTemplate(content).filter(({ isHint }) => !isHint).length;
  if (count === 0) return;
  throw new FrontdeskError(
    'bad_input',
    `Meta would refuse this template: ${count} ${count === 1 ? 'thing is' : 'things are'} not right yet. The editor shows each where it stands.`,
  );
}

async function create(deps: TemplateDeps, draft: TemplateDraft): Promise<TemplateId> {
  const { store, graph, connect, clock } = deps;
  const { accountId, content } = draft;
  const existing = findTemplateByName(store, accountId, content.name, content.language);
  if (existing !== undefined && existing.status !== 'DELETED') {
    throw new FrontdeskError(
      'conflict',
      `There is a template “${content.name}” in this language already. Choose another name, or edit that one.`,
    );
  }
  const { wabaId } = requireRoute(store, accountId);
  const target = await connect(accountId);
  const components = componentsOf(content);
  const askedAt = clock();
  const created = await askMeta(() =>
    createTemplate(graph, target, wabaId, {
      name: content.name,
      language: content.language,
      ...changeable(content, components),
      parameter_format: content.parameterFormat,
    }),
  ).catch((error: unknown) => {
    // Meta may have it all the same; its list says so.
    store.write((tx) => askForSync(tx, wabaId));
    throw error;
  });
  return store.write((tx) => {
    const templateId = applyMetaTemplate(
      tx,
      accountId,
      {
        ...metaCopy(content, components),
        metaTemplateId: created.metaTemplateId,
        status: created.status,
        category: created.category ?? content.category,
      },
      askedAt,
    );
    removeDraft(tx, draft.id);
    return templateId;
  });
}

async function change(
  deps: TemplateDeps,
  draft: TemplateDraft,
  templateId: TemplateId,
): Promise<TemplateId> {
  const { store, graph, connect, clock } = deps;
  const { content } = draft;
  const template = requireTemplate(store, templateId);
  refuseForbidden(deps, template, content);
  const { accountId, metaTemplateId } = template;
  if (metaTemplateId === null) throw new Error('A template of Meta’s has no id.');
  const target = await connect(accountId);
  const components = componentsOf(content);
  const askedAt = clock();
  const { category, ...rest } = changeable(content, components);
  const body = content.category === template.category ? rest : { ...rest, category };
  await askMeta(() => editTemplate(graph, target, metaTemplateId, body));
  store.write((tx) => {
    recordEdit(tx, templateId, askedAt);
    const { quality } = template;
    const told = { ...metaCopy(content, components), metaTemplateId, status: 'PENDING', quality };
    applyMetaTemplate(tx, accountId, told, askedAt);
    removeDraft(tx, draft.id);
  });
  return templateId;
}

function recordEdit(tx: WriteTx, id: TemplateId, at: number): void {
  recordTemplateEvent(tx, id, { kind: 'edited', at, before: null, after: 'edited', remark: null });
}

function refuseForbidden(
  deps: TemplateDeps,
  template: ReturnType<typeof requireTemplate>,
  content: TemplateContent,
): void {
  const edit = editAllowance(deps, template);
  if (!edit.allowed) throw new FrontdeskError('conflict', forbidden(edit));
  if (edit.categoryToo || content.category === template.category) return;
  throw new FrontdeskError(
    'conflict',
    'Meta does not let the category of an approved template be changed. Make a new template, or ask Meta for another category in WhatsApp Manager.',
  );
}

function forbidden(edit: Extract<ReturnType<typeof editAllowance>, { allowed: false }>): string {
  switch (edit.reason) {
    case 'status':
      return 'Meta takes changes of approved, rejected and paused templates only. Wait for its decision; the draft is kept.';
    case 'day':
      return 'Meta takes one change of an approved template in 24 hours. The draft is kept; hand it in tomorrow.';
    case 'month':
      return 'Meta takes ten changes of an approved template in 30 days. The draft is kept; hand it in later.';
    default:
      return unreachable(edit);
  }
}

/** Meta writes the words of authentication templates itself, and takes none. */
function componentsOf({ category, parts, parameterFormat }: TemplateContent): JsonObject[] {
  const body = { ...parts.body, text: category === 'AUTHENTICATION' ? '' : parts.body.text };
  return writeParts({ ...parts, body }, parameterFormat);
}

function changeable(
  { category, ttlSeconds }: TemplateContent,
  components: readonly JsonObject[],
): JsonObject & { readonly category: string } {
  return {
    category,
    components,
    ...(ttlSeconds !== null && { message_send_ttl_seconds: ttlSeconds }),
  };
}

function metaCopy(content: TemplateContent, components: readonly JsonObject[]) {
  const { name, language, category, parameterFormat, ttlSeconds } = content;
  return {
    name,
    language,
    category,
    components,
    parameterFormat,
    ttlSeconds,
    quality: 'UNKNOWN',
    rejectedReason: null,
    remark: null,
    correctCategory: null,
  };
}
