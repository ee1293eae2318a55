import { FrontdeskError } from '#shared/errors.ts';
import type { TemplateId } from '#shared/ids.ts';
import { deleteTemplate, unpauseTemplate } from '../graph/templates.ts';
import { setStatus } from '../store/template-facts.ts';
import { draftOf, removeDraft } from '../store/template-drafts.ts';
import { askMeta, requireRoute } from './ask-meta.ts';
import type { TemplateDeps } from './ask-meta.ts';
import { requireTemplate } from './find.ts';
import { refreshTemplate } from './sync.ts';

/**
 * Deletes one language of a template at Meta. Its row stays as deleted, because messages and
 * campaigns name it. Throws FrontdeskError.
 */
export async function removeTemplate(deps: TemplateDeps, id: TemplateId): Promise<void> {
  const { store, graph, connect, clock } = deps;
  const { accountId, status, name, metaTemplateId } = requireTemplate(store, id);
  if (status === 'DISABLED') {
    throw new FrontdeskError(
      'conflict',
      'Meta has disabled this template for good, and does not let it be deleted. It can’t be sent any more.',
    );
  }
  const { wabaId } = requireRoute(store, accountId);
  const target = await connect(accountId);
  await askMeta(() => deleteTemplate(graph, target, wabaId, { name, metaTemplateId }));
  const at = clock();
  store.write((tx) => {
    const draft = draftOf(tx, id);
    if (draft !== undefined) removeDraft(tx, draft.id);
    setStatus(tx, id, { status: 'DELETED', rejectedReason: null, remark: null, at });
  });
}

/** Ends a pause that Meta made to be ended by hand, and asks how the template is now. Throws FrontdeskError. */
export async function unpause(deps: TemplateDeps, id: TemplateId): Promise<void> {
  const { store, graph, connect } = deps;
  const { accountId, metaTemplateId } = requireTemplate(store, id);
  if (metaTemplateId === null) throw new Error('A template of Meta’s has no id.');
  const target = await connect(accountId);
  await askMeta(() => unpauseTemplate(graph, target, metaTemplateId));
  await refreshTemplate(deps, { accountId, metaTemplateId });
}
