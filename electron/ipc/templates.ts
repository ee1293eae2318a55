import { FrontdeskError } from '#shared/errors.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { removeDraft, listDrafts } from '../store/template-drafts.ts';
import { lastSyncAt } from '../store/template-sync.ts';
import { pageTemplates } from '../store/templates.ts';
import type { TemplateDeps } from '../templates/ask-meta.ts';
import { beginTemplate, draftFrom, duplicateInto, saveDraft } from '../templates/drafts.ts';
import { requireDraft, requireTemplate, templateDetail } from '../templates/find.ts';
import { handIn } from '../templates/hand-in.ts';
import { removeTemplate, unpause } from '../templates/remove.ts';
import { giveSample } from '../templates/sample.ts';
import { sendTemplate, sendTest, testPhone } from '../templates/send.ts';
import { syncTemplates } from '../templates/sync.ts';
import { requireMessage } from './messages.ts';
import type { Handlers } from './router.ts';

interface Deps extends TemplateDeps {
  readonly reader: BackgroundReader;
  readonly files: { pathOf(sha256: string): string };
}

type TemplateCommand = Extract<keyof Handlers, `templates.${string}`>;

const RESULTS_MS = 30 * 24 * 3_600_000;

const NO_RESULTS = { sent: 0, delivered: 0, read: 0, failed: 0 };

export function templateHandlers(deps: Deps): Pick<Handlers, TemplateCommand> {
  const { store, clock, reader } = deps;
  return {
    'templates.page': ({ cursor, limit, ...question }) => {
      const after = readAfter(cursor);
      const found = pageTemplates(store, { ...question, after, limit: limit + 1 });
      const templates = found.slice(0, limit);
      const last = found.length > limit ? templates.at(-1) : undefined;
      return {
        templates,
        nextCursor: last === undefined ? null : `${last.name} ${last.language}`,
        syncedAt: lastSyncAt(store, question.accountId),
      };
    },
    'templates.detail': ({ templateId }) => templateDetail(deps, templateId),
    'templates.results': async ({ templateId }) => {
      const { accountId, name, language } = requireTemplate(store, templateId);
      const input = { accountId, name, language, since: clock() - RESULTS_MS };
      return (await reader.ask({ name: 'countTemplateResults', input })) ?? NO_RESULTS;
    },
    'templates.drafts': ({ accountId }) => listDrafts(store, accountId),
    'templates.draft': ({ draftId }) => requireDraft(store, draftId),
    'templates.sync': ({ accountId }) => syncTemplates(deps, accountId),
    'templates.begin': ({ accountId }) => beginTemplate(deps, accountId),
    'templates.edit': ({ templateId }) => draftFrom(deps, templateId),
    'templates.duplicate': ({ templateId, language }) => duplicateInto(deps, templateId, language),
    'templates.saveDraft': ({ draftId, content }) => saveDraft(deps, draftId, content),
    'templates.discardDraft': ({ draftId }) => {
      store.write((tx) => removeDraft(tx, draftId));
      return null;
    },
    'templates.handIn': ({ draftId }) => handIn(deps, draftId),
    'templates.remove': async ({ templateId }) => {
      await removeTemplate(deps, templateId);
      return null;
    },
    'templates.unpause': async ({ templateId }) => {
      await unpause(deps, templateId);
      return null;
    },
    'templates.uploadSample': ({ draftId, mediaId }) => giveSample(deps, draftId, mediaId),
    'templates.send': (request) => requireMessage(store, sendTemplate(deps, request)),
    'templates.sendTest': (request) => sendTest(deps, request),
    'templates.testPhone': () => testPhone(store),
  };
}

/** Neither a name nor a language has spaces. Throws FrontdeskError `bad_input`. */
function readAfter(cursor: string | null): { name: string; language: string } | null {
  if (cursor === null) return null;
  const [name, language, ...rest] = cursor.split(' ');
  if (name !== undefined && language !== undefined && rest.length === 0) return { name, language };
  throw new FrontdeskError('bad_input', 'This is not a place in the list of templates.');
}
