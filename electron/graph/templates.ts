import type { JsonObject } from '#shared/json.ts';
import { listAt, objectAt, textAt } from '#shared/json-fields.ts';
import type { MetaTemplate } from '#shared/models/meta-template.ts';
import { readMetaTemplate } from '#shared/templates/read-meta.ts';
import type { Graph, GraphAccess } from './client.ts';
import { GraphError } from './failure.ts';

const FIELDS =
  'id,name,language,status,category,previous_category,correct_category,components,parameter_format,quality_score,rejected_reason,message_send_ttl_seconds';

const PAGE = 100;

export interface TemplatePage {
  readonly templates: readonly MetaTemplate[];
  /** Null behind the last page. */
  readonly after: string | null;
}

/** One page of a WhatsApp account's templates. Throws GraphError. Source: meta-platform §1.9. */
export async function listTemplates(
  graph: Graph,
  access: GraphAccess,
  wabaId: string,
  after: string | null,
): Promise<TemplatePage> {
  const answer = await graph.get(access, `${wabaId}/message_templates`, {
    fields: FIELDS,
    limit: String(PAGE),
    ...(after !== null && { after }),
  });
  const paging = objectAt(answer, 'paging');
  const next = textAt(paging, 'next') === undefined ? undefined : objectAt(paging, 'cursors');
  return {
    templates: listAt(answer, 'data')
      .map(readMetaTemplate)
      .filter((one) => one !== undefined),
    after: textAt(next, 'after') ?? null,
  };
}

/** Throws GraphError. Source: meta-platform §1.9. */
export async function readTemplate(
  graph: Graph,
  access: GraphAccess,
  metaTemplateId: string,
): Promise<MetaTemplate> {
  const path = encodeURIComponent(metaTemplateId);
  const template = readMetaTemplate(await graph.get(access, path, { fields: FIELDS }));
  if (template !== undefined) return template;
  throw new GraphError({ kind: 'ambiguous', reason: 'Meta’s answer is no template.' });
}

/** What Meta answers when a template is made: it may have chosen another category. */
export interface CreatedTemplate {
  readonly metaTemplateId: string;
  readonly status: string;
  readonly category: string | null;
}

/** Throws GraphError. Source: meta-platform §1.9. */
export async function createTemplate(
  graph: Graph,
  access: GraphAccess,
  wabaId: string,
  body: JsonObject,
): Promise<CreatedTemplate> {
  const answer = await graph.post(access, `${wabaId}/message_templates`, body);
  const metaTemplateId = textAt(answer, 'id');
  if (metaTemplateId === undefined) {
    throw new GraphError({ kind: 'ambiguous', reason: 'Meta’s answer names no template.' });
  }
  return {
    metaTemplateId,
    status: textAt(answer, 'status') ?? 'PENDING',
    category: textAt(answer, 'category') ?? null,
  };
}

/** Replaces the components wholesale. Throws GraphError. Source: meta-platform §1.9. */
export async function editTemplate(
  graph: Graph,
  access: GraphAccess,
  metaTemplateId: string,
  body: JsonObject,
): Promise<void> {
  await graph.post(access, encodeURIComponent(metaTemplateId), body);
}

/** One language of a template; Meta wants its name beside its id. Throws GraphError. Source: meta-platform §1.9. */
export async function deleteTemplate(
  graph: Graph,
  access: GraphAccess,
  wabaId: string,
  { name, metaTemplateId }: { readonly name: string; readonly metaTemplateId: string | null },
): Promise<void> {
  await graph.delete(access, `${wabaId}/message_templates`, {
    name,
    ...(metaTemplateId !== null && { hsm_id: metaTemplateId }),
  });
}

/** After a pause by pacing; other pauses end by themselves. Throws GraphError. Source: meta-platform §1.9. */
export async function unpauseTemplate(
  graph: Graph,
  access: GraphAccess,
  metaTemplateId: string,
): Promise<void> {
  await graph.post(access, `${encodeURIComponent(metaTemplateId)}/unpause`, {});
}
