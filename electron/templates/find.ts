import { FrontdeskError } from '#shared/errors.ts';
import type { TemplateDraftId, TemplateId } from '#shared/ids.ts';
import type { Template, TemplateDetail, TemplateDraft } from '#shared/models/template.ts';
import type { Clock } from '../clock.ts';
import type { Reader } from '../store/store.ts';
import { draftOf, findDraft } from '../store/template-drafts.ts';
import { templateEvents } from '../store/template-events.ts';
import { findTemplate, templatesNamed } from '../store/templates.ts';
import { editAllowance } from './edit-allowance.ts';

/** Throws FrontdeskError `not_found`. */
export function requireTemplate(db: Reader, id: TemplateId): Template {
  const template = findTemplate(db, id);
  if (template !== undefined) return template;
  throw new FrontdeskError(
    'not_found',
    'This template is not here any more. Load the templates again.',
  );
}

/** Throws FrontdeskError `not_found`. */
export function requireDraft(db: Reader, id: TemplateDraftId): TemplateDraft {
  const draft = findDraft(db, id);
  if (draft !== undefined) return draft;
  throw new FrontdeskError(
    'not_found',
    'This draft is not here any more. It was handed in, or thrown away in another window.',
  );
}

const SHOWN_EVENTS = 50;

/** Throws FrontdeskError `not_found`. */
export function templateDetail(
  deps: { readonly store: Reader; readonly clock: Clock },
  id: TemplateId,
): TemplateDetail {
  const { store } = deps;
  const template = requireTemplate(store, id);
  const named = templatesNamed(store, template.accountId, template.name);
  return {
    template,
    draft: draftOf(store, id) ?? null,
    siblings: named.filter((one) => one.id !== id),
    events: templateEvents(store, id, SHOWN_EVENTS),
    edit: editAllowance(deps, template),
  };
}
