import type { JsonObject } from '#shared/json.ts';
import { fieldAt, numberAt, textAt } from '#shared/json-fields.ts';
import type { Clock } from '../../clock.ts';
import { refuse, type Refusal } from '../graph-errors.ts';
import type { PracticeNumber } from '../model.ts';
import type { Answer } from '../outbound.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Update } from '../webhook-body.ts';
import { categoryAfterLook, review, statusNews } from './review.ts';
import { refuseTemplate } from './rules.ts';
import { templateNode } from './template.ts';
import type { PracticeTemplate, SeedTemplate } from './template.ts';

/** The templates of the simulated WhatsApp accounts. Source: meta-platform §1.9. */
export interface TemplateShelf {
  list(number: PracticeNumber, query: URLSearchParams): Answer | Refusal;
  create(number: PracticeNumber, body: JsonObject): Answer | Refusal;
  remove(number: PracticeNumber, query: URLSearchParams): Answer | Refusal;
  /** A call of a template by its id; undefined when there is none. */
  byId(number: PracticeNumber, id: string): PracticeTemplate | undefined;
  read(template: PracticeTemplate): Answer;
  edit(number: PracticeNumber, template: PracticeTemplate, body: JsonObject): Answer | Refusal;
  unpause(template: PracticeTemplate): Answer | Refusal;
  named(wabaId: string, name: string, language: string): PracticeTemplate | undefined;
  /** As if Meta had decided so by itself; tells it by webhook. */
  tell(number: PracticeNumber, name: string, field: string, news: JsonObject): void;
}

interface Dependencies {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly enqueue: (update: Update) => void;
  readonly numbers: readonly PracticeNumber[];
  readonly seeds: readonly SeedTemplate[];
}

const DAY_MS = 24 * 3_600_000;
const COOL_DOWN_MS = 30 * DAY_MS;
const REVIEW_MS = 3_000;
const FIRST_ID = 1_000_000_000_000_000;
const USUAL_PAGE = 25;
const LARGEST_PAGE = 250;
const EDITABLE = new Set(['APPROVED', 'REJECTED', 'PAUSED']);
const SUCCESS: Answer = { ok: true, body: { success: true } };

export function createTemplateShelf(deps: Dependencies): TemplateShelf {
  const { clock, scheduler, enqueue, numbers, seeds } = deps;
  const templates: PracticeTemplate[] = [];
  const deletedAt = new Map<string, number>();
  let lastId = Math.max(FIRST_ID, ...seeds.map(({ id }) => Number(id ?? 0)));

  function nextId(): string {
    lastId += 7;
    return String(lastId);
  }

  function named(wabaId: string, name: string, language: string): PracticeTemplate | undefined {
    return templates.find(
      (one) => one.wabaId === wabaId && one.name === name && one.language === language,
    );
  }

  function beginReview(number: PracticeNumber, template: PracticeTemplate): void {
    template.status = 'PENDING';
    scheduler.after(REVIEW_MS, () => {
      if (template.status !== 'PENDING') return;
      const outcome = review(template);
      template.status = outcome.status;
      template.rejectedReason = outcome.status === 'REJECTED' ? outcome.reason : 'NONE';
      const value = statusNews(template, outcome);
      enqueue({ number, field: 'message_template_status_update', value });
    });
  }

  function plant(number: PracticeNumber, seed: SeedTemplate): void {
    const template = planted(seed, number.wabaId, seed.id ?? nextId());
    templates.push(template);
    if (template.status === 'PENDING') beginReview(number, template);
  }

  const onePerWaba = new Map(numbers.map((number) => [number.wabaId, number]));
  for (const number of onePerWaba.values()) for (const seed of seeds) plant(number, seed);

  return {
    named,
    byId: ({ wabaId }, id) => templates.find((one) => one.wabaId === wabaId && one.id === id),
    read: (template) => ({ ok: true, body: templateNode(template) }),
    list({ wabaId }, query) {
      const own = templates.filter(
        (one) => one.wabaId === wabaId && (query.get('name') ?? one.name) === one.name,
      );
      const size = Math.min(LARGEST_PAGE, Number(query.get('limit') ?? USUAL_PAGE));
      const from = readCursor(query.get('after'));
      if (from === undefined) return refuse(100, 'The parameter after is not a valid cursor.');
      const page = own.slice(from, from + size);
      const end = from + page.length;
      const cursors = { before: writeCursor(from), after: writeCursor(end) };
      const hasMore = end < own.length;
      return {
        ok: true,
        body: {
          data: page.map(templateNode),
          ...(page.length > 0 && {
            paging: {
              cursors,
              ...(hasMore && { next: `https://graph.facebook.com/next?after=${cursors.after}` }),
            },
          }),
        },
      };
    },
    create(number, body) {
      const { wabaId } = number;
      const name = textAt(body, 'name') ?? '';
      const language = textAt(body, 'language') ?? '';
      const refusal = refuseTemplate(body, { name, language });
      if (refusal !== undefined) return refusal;
      if (named(wabaId, name, language) !== undefined) {
        return refuse(100, 'There is already content in this language for this template.', {
          subcode: 2388024,
        });
      }
      const goneAt = deletedAt.get(keyOf(wabaId, name));
      if (goneAt !== undefined && clock() - goneAt < COOL_DOWN_MS) {
        return refuse(100, 'The name was deleted less than 30 days ago.', { subcode: 2388023 });
      }
      const components = fieldAt(body, 'components') ?? [];
      const template = planted(
        {
          name,
          language,
          category: categoryAfterLook(textAt(body, 'category') ?? '', components),
          status: 'PENDING',
          components: [],
          parameterFormat: textAt(body, 'parameter_format') ?? 'POSITIONAL',
        },
        wabaId,
        nextId(),
      );
      template.components = components;
      template.ttlSeconds = numberAt(body, 'message_send_ttl_seconds') ?? null;
      templates.push(template);
      beginReview(number, template);
      const { id, status, category } = template;
      return { ok: true, body: { id, status, category } };
    },
    edit(number, template, body) {
      if (!EDITABLE.has(template.status)) {
        return refuse(100, 'A template in review can not be edited.', { subcode: 2388039 });
      }
      const category = textAt(body, 'category') ?? template.category;
      if (template.status === 'APPROVED' && category !== template.category) {
        return refuse(100, 'The category of an approved template can not be changed.');
      }
      const whole = { parameter_format: template.parameterFormat, ...body, category };
      const refusal = refuseTemplate(whole, template);
      if (refusal !== undefined) return refusal;
      const wasApproved = template.status === 'APPROVED';
      if (wasApproved && template.edits.some((at) => clock() - at < DAY_MS)) {
        return refuse(100, 'An approved template can be edited once in 24 hours.', {
          subcode: 2388039,
        });
      }
      if (wasApproved) template.edits.push(clock());
      template.category = category;
      template.components = fieldAt(body, 'components') ?? template.components;
      beginReview(number, template);
      return SUCCESS;
    },
    remove({ wabaId }, query) {
      const name = query.get('name');
      const id = query.get('hsm_id');
      const gone = templates.filter(
        (one) => one.wabaId === wabaId && one.name === name && (id === null || one.id === id),
      );
      if (gone.length === 0) return refuse(100, 'The message template was not found.');
      for (const one of gone) {
        templates.splice(templates.indexOf(one), 1);
        if (one.status === 'APPROVED') deletedAt.set(keyOf(wabaId, one.name), clock());
      }
      return SUCCESS;
    },
    unpause(template) {
      if (template.status !== 'PAUSED') {
        return refuse(100, 'Only a paused template can be unpaused.');
      }
      template.status = 'APPROVED';
      return SUCCESS;
    },
    tell(number, name, field, news) {
      for (const template of templates.filter((one) => one.name === name)) {
        template.status = textAt(news, 'event') ?? template.status;
        template.quality = textAt(news, 'new_quality_score') ?? template.quality;
        if (textAt(news, 'correct_category') === undefined) {
          template.category = textAt(news, 'new_category') ?? template.category;
        }
        const value = {
          message_template_id: Number(template.id),
          message_template_name: name,
          message_template_language: template.language.replace('_', '-'),
          ...news,
        };
        enqueue({ number, field, value });
      }
    },
  };
}

function planted(seed: SeedTemplate, wabaId: string, id: string): PracticeTemplate {
  return {
    id,
    wabaId,
    name: seed.name,
    language: seed.language,
    category: seed.category,
    status: seed.status,
    components: seed.components,
    parameterFormat: seed.parameterFormat ?? 'POSITIONAL',
    quality: seed.quality ?? 'UNKNOWN',
    rejectedReason: seed.rejectedReason ?? 'NONE',
    ttlSeconds: null,
    edits: [],
  };
}

function writeCursor(at: number): string {
  return Buffer.from(`t${at}`).toString('base64url');
}

/** Undefined for what `writeCursor` never wrote. */
function readCursor(text: string | null): number | undefined {
  if (text === null) return 0;
  const match = /^t(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  return match === null ? undefined : Number(match[1]);
}

function keyOf(wabaId: string, name: string): string {
  return `${wabaId} ${name}`;
}
