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

/** What Meta thinks of a template, wherever that is kept. */
interface Standing {
  readonly id: string;
  status: string;
  quality: string;
}

interface Dependencies {
  /** The template as Meta's own list has it; undefined for one of which only the name is known. */
  readonly listed: (template: TemplateName) => Standing | undefined;
  readonly number: PracticeNumber;
  readonly scheduler: Pick<Scheduler, 'after'>;
  readonly enqueue: (update: Update) => void;
}

/** Meta means to decide within the hour. Source: meta-platform §5.3. */
const VERDICT_AFTER_MS = 30_000;

/** Pacing, pausing and quality of templates. Source: meta-platform §2.3, §5.3. */
export function createTemplateStandings({
  listed,
  number,
  scheduler,
  enqueue,
}: Dependencies): TemplateStandings {
  const unlisted = new Map<string, Standing>();
  /** How many may still go, of those that are paced; null once nothing is held any more. */
  const leftOf = new Map<string, number | null>();
  const heldOf = new Map<string, Held[]>();

  function of(template: TemplateName): Standing {
    const known = listed(template) ?? unlisted.get(keyOf(template));
    if (known !== undefined) return known;
    const id = String(hash32(keyOf(template)));
    const standing = { id, status: 'APPROVED', quality: 'UNKNOWN' };
    unlisted.set(keyOf(template), standing);
    return standing;
  }

  function left(template: TemplateName): number | null {
    const known = leftOf.get(keyOf(template));
    return known === undefined ? (rehearsedPacing(template.name)?.first ?? null) : known;
  }

  function takeHeld(template: TemplateName): readonly Held[] {
    const held = heldOf.get(keyOf(template)) ?? [];
    heldOf.delete(keyOf(template));
    return held;
  }

  function tell(template: TemplateName, field: string, value: JsonObject): void {
    const { name, language } = template;
    const ids = {
      message_template_id: Number(of(template).id),
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
        leftOf.set(keyOf(template), event.first);
        return;
      case 'released':
        leftOf.set(keyOf(template), null);
        for (const { go } of takeHeld(template)) go();
        return;
      case 'paused':
        of(template).status = 'PAUSED';
        leftOf.set(keyOf(template), null);
        tellStatus(template, 'PAUSED', 'FIRST_PAUSE');
        for (const { drop } of takeHeld(template)) drop();
        return;
      case 'unpaused':
        of(template).status = 'APPROVED';
        return tellStatus(template, 'APPROVED', 'UNPAUSE');
      case 'disabled':
        of(template).status = 'DISABLED';
        return tellStatus(template, 'DISABLED', 'DISABLED');
      case 'quality': {
        const standing = of(template);
        const previous_quality_score = standing.quality;
        standing.quality = event.score;
        return tell(template, 'message_template_quality_update', {
          previous_quality_score,
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
      const { status } = of(template);
      if (status === 'PAUSED') return 132015;
      return status === 'DISABLED' ? 132016 : undefined;
    },
    mustHold(template) {
      const more = left(template);
      if (more === null) return false;
      if (more === 0) return true;
      leftOf.set(keyOf(template), more - 1);
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
