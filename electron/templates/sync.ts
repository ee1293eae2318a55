import type { AccountId, TemplateId } from '#shared/ids.ts';
import type { MetaTemplate } from '#shared/models/meta-template.ts';
import { listTemplates, readTemplate } from '../graph/templates.ts';
import type { TemplatePage } from '../graph/templates.ts';
import { applyMetaTemplate, markMissing } from '../store/template-facts.ts';
import { noteSync } from '../store/template-sync.ts';
import type { StaleTemplate } from '../store/template-sync.ts';
import { askMeta, requireRoute } from './ask-meta.ts';
import type { TemplateDeps } from './ask-meta.ts';

export interface SyncReport {
  /** How many templates Meta has. */
  readonly total: number;
  /** How many were here and are not at Meta any more. */
  readonly gone: number;
}

/**
 * Brings all templates of a number in line with Meta, page by page; what the last page has not named
 * is gone. A list that breaks off takes nothing away. Throws FrontdeskError.
 */
export async function syncTemplates(
  { store, graph, connect, clock }: TemplateDeps,
  accountId: AccountId,
): Promise<SyncReport> {
  const { wabaId } = requireRoute(store, accountId);
  const target = await connect(accountId);
  const beganAt = clock();
  let after: string | null = null;
  let total = 0;
  do {
    const askedAt = clock();
    const cursor: string | null = after;
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: TemplatePage = await askMeta(() => listTemplates(graph, target, wabaId, cursor));
    applyPage({ store }, accountId, page.templates, askedAt);
    total += page.templates.length;
    after = page.after;
  } while (after !== null);
  return store.write((tx) => {
    const gone = markMissing(tx, accountId, beganAt);
    noteSync(tx, accountId, beganAt);
    tx.note({ kind: 'templates' });
    return { total, gone };
  });
}

function applyPage(
  { store }: Pick<TemplateDeps, 'store'>,
  accountId: AccountId,
  templates: readonly MetaTemplate[],
  askedAt: number,
): void {
  store.write((tx) => {
    for (const told of templates) applyMetaTemplate(tx, accountId, told, askedAt);
  });
}

/** Fetches one template again, of which Meta said that it is another now. Throws FrontdeskError. */
export async function refreshTemplate(
  { store, graph, connect, clock }: TemplateDeps,
  { accountId, metaTemplateId }: Pick<StaleTemplate, 'accountId' | 'metaTemplateId'>,
): Promise<TemplateId> {
  const target = await connect(accountId);
  const askedAt = clock();
  const told = await askMeta(() => readTemplate(graph, target, metaTemplateId));
  return store.write((tx) => applyMetaTemplate(tx, accountId, told, askedAt));
}
