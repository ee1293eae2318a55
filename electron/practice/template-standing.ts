import { hash32 } from '#shared/random.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { JsonObject } from '#shared/json.ts';
import type { PracticeNumber } from './model.ts';
import { rehearsedPacing } from './rehearsals.ts';
import type { Scheduler } from './scheduler.ts';
import type { TemplateName } from './template-facts.ts';
import type { Update } from './webhook-body.ts';

/** What becomes of a template while it is used. */
export type TemplateEvent =
  /** So many more go out at once; the rest is held until `released` or `paused`. */
  | { readonly kind: 'paced'; readonly first: number }
  /** People like it: what was held goes out, and nothing more is held. */
  | { readonly kind: 'released' }
  /** They do not: what was held fails with 132015, and further sends are refused with it. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'unpaused' }
  /** Refused with 132016 for good. */
  | { readonly kind: 'disabled' }
  | { readonly kind: 'quality'; readonly score: 'GREEN' | 'YELLOW' | 'RED' };

/** A message that waits for the verdict about its template. */
export interface Held {
  readonly go: () => void;
  readonly drop: () => void;
}

export interface TemplateStandings {
  readonly change: (template: Omit<TemplateName, 'wabaId'>, event: TemplateEvent) => void;
  /** The code with which a send of it is refused. */
  refusalCode(template: TemplateName): 132015 | 132016 | undefined;
  /** True when this one must be held; counts it. */
  mustHold(template: TemplateName): boolean;
  hold(template: TemplateName, held: Held): void;
}

interface Standing {
  readonly state: 'APPROVED' | 'PAUSED' | 'DISABLED';
  /** How many may still go; null when nothing is held. */
  readonly left: number | null;
  readonly score: string;
}

interface Dependencies {
  readonly number: PracticeNumber;
  readonly scheduler: Pick<Scheduler, 'after'>;
  readonly enqueue: (update: Update) => void;
}

/** Meta means to decide within the hour. Source: meta-platform §5.3. */
const VERDICT_AFTER_MS = 30_000;
const NEW: Standing = { state: 'APPROVED', left: null, score: 'UNKNOWN' };

/** Pacing, pausing and quality of templates. Source: meta-platform §2.3, §5.3. */
export function createTemplateStandings({
  number,
  scheduler,
  enqueue,
}: Dependencies): TemplateStandings {
  const standings = new Map<string, Standing>();
  const heldOf = new Map<string, Held[]>();

  function of(template: TemplateName): Standing {
    const known = standings.get(keyOf(template));
    return known ?? { ...NEW, left: rehearsedPacing(template.name)?.first ?? null };
  }

  function set(template: TemplateName, change: Partial<Standing>): void {
    standings.set(keyOf(template), { ...of(template), ...change });
  }

  function takeHeld(template: TemplateName): readonly Held[] {
    const held = heldOf.get(keyOf(template)) ?? [];
    heldOf.delete(keyOf(template));
    return held;
  }

  function tell(template: TemplateName, field: string, value: JsonObject): void {
    const { name, language } = template;
    const ids = {
      message_template_id: hash32(keyOf(template)),
      message_template_name: name,
      message_template_language: language,
    };
    enqueue({ number, field, value: { ...value, ...ids } });
  }

  function tellStatus(template: TemplateName, event: string, title: string): void {
    const other_info = { title, description: 'Judged by how people reacted to it.' };
    tell(template, 'message_template_status_update', { event, reason: 'NONE', other_info });
  }

  function apply(template: TemplateName, event: TemplateEvent): void {
    switch (event.kind) {
      case 'paced':
        return set(template, { left: event.first });
      case 'released':
        set(template, { left: null });
        for (const { go } of takeHeld(template)) go();
        return;
      case 'paused':
        set(template, { state: 'PAUSED', left: null });
        tellStatus(template, 'PAUSED', 'FIRST_PAUSE');
        for (const { drop } of takeHeld(template)) drop();
        return;
      case 'unpaused':
        set(template, { state: 'APPROVED' });
        return tellStatus(template, 'APPROVED', 'UNPAUSE');
      case 'disabled':
        set(template, { state: 'DISABLED' });
        return tellStatus(template, 'DISABLED', 'DISABLED');
      case 'quality': {
        const previous = of(template).score;
        set(template, { score: event.score });
        return tell(template, 'message_template_quality_update', {
          previous_quality_score: previous,
          new_quality_score: event.score,
        });
      }
      default:
        unreachable(event);
    }
  }

  return {
    change: (template, event) => apply({ ...template, wabaId: number.wabaId }, event),
    refusalCode(template) {
      const { state } = of(template);
      if (state === 'PAUSED') return 132015;
      return state === 'DISABLED' ? 132016 : undefined;
    },
    mustHold(template) {
      const { left } = of(template);
      if (left === null) return false;
      if (left === 0) return true;
      set(template, { left: left - 1 });
      return false;
    },
    hold(template, held) {
      const before = heldOf.get(keyOf(template)) ?? [];
      heldOf.set(keyOf(template), [...before, held]);
      const rehearsed = rehearsedPacing(template.name);
      if (rehearsed === undefined || before.length > 0) return;
      scheduler.after(VERDICT_AFTER_MS, () => apply(template, { kind: rehearsed.verdict }));
    },
  };
}

function keyOf({ wabaId, name, language }: TemplateName): string {
  return `${wabaId} ${name} ${language}`;
}
