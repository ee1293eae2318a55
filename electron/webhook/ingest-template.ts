import type { Json } from '#shared/json.ts';
import { numberAt, objectAt, textAt } from '#shared/json-fields.ts';
import { normalLanguage, reasonOf } from '#shared/templates/read-meta.ts';
import type { WriteTx } from '../store/store.ts';
import {
  announceCategory,
  markStale,
  setCategory,
  setQuality,
  setStatus,
} from '../store/template-facts.ts';
import type { StatusNews } from '../store/template-facts.ts';
import { askForSync, hasWaba, templatesOfWaba } from '../store/template-sync.ts';
import type { AccountUpdate } from './update.ts';

const TEMPLATE_FIELDS: ReadonlySet<string> = new Set([
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
]);

export function isTemplateField(field: string): boolean {
  return TEMPLATE_FIELDS.has(field);
}

/**
 * News about a template, for every number of its WhatsApp account. A template that is not known here
 * was made elsewhere: then the whole list is fetched. Source: meta-platform §2.3.
 */
export function ingestTemplateNews(
  tx: WriteTx,
  { field, value, number: { wabaId } }: AccountUpdate,
  at: number,
): void {
  const name = textAt(value, 'message_template_name');
  const language = textAt(value, 'message_template_language');
  if (name === undefined || language === undefined || !hasWaba(tx, wabaId)) return;
  const ids = templatesOfWaba(tx, wabaId, { name, language: normalLanguage(language) });
  if (ids.length === 0) {
    askForSync(tx, wabaId);
    return;
  }
  for (const id of ids) {
    switch (field) {
      case 'message_template_status_update':
        // Two clocks may differ: what is not plainly newer is asked of Meta.
        if (!setStatus(tx, id, statusNews(value, at))) markStale(tx, id);
        break;
      case 'message_template_quality_update':
        setQuality(tx, id, textAt(value, 'new_quality_score') ?? 'UNKNOWN', at);
        break;
      case 'template_category_update':
        ingestCategory(tx, id, value, at);
        break;
      default:
        markStale(tx, id);
    }
  }
}

/** Told as events; the list knows states. */
const STATE_OF: Readonly<Record<string, string>> = {
  REINSTATED: 'APPROVED',
  UNARCHIVED: 'APPROVED',
  FLAGGED: 'APPROVED',
};

function statusNews(value: Json, at: number): StatusNews {
  const event = textAt(value, 'event')?.toUpperCase() ?? 'UNKNOWN';
  const rejection = objectAt(value, 'rejection_info');
  const remarks = [
    textAt(rejection, 'reason'),
    textAt(rejection, 'recommendation'),
    textAt(objectAt(value, 'other_info'), 'description'),
  ].filter((words) => words !== undefined);
  return {
    status: STATE_OF[event] ?? event,
    rejectedReason: reasonOf(textAt(value, 'reason')),
    remark: remarks.length === 0 ? null : remarks.join(' '),
    at,
  };
}

/** `new_category` is the present one while a change is only announced. */
function ingestCategory(
  tx: WriteTx,
  id: Parameters<typeof setCategory>[1],
  value: Json,
  at: number,
): void {
  const correct = textAt(value, 'correct_category');
  if (correct !== undefined) {
    const seconds = numberAt(value, 'category_update_timestamp');
    announceCategory(tx, id, correct, seconds === undefined ? null : seconds * 1000);
    return;
  }
  const category = textAt(value, 'new_category');
  if (category !== undefined) setCategory(tx, id, category, at);
}
