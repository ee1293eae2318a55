import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ChatId, ContactId, LabelId } from '#shared/ids.ts';
import type { Rule, RuleGroup, RuleNode } from '#shared/models/segment.ts';
import { createRandom } from '#shared/random.ts';
import type { NonEmpty, Random } from '#shared/random.ts';
import { segmentRulesSchema } from '#shared/segments/schema.ts';
import { countContacts, pageContactIds } from '#electron/store/contact-count.ts';
import { pageContacts } from '#electron/store/contact-list.ts';
import { EVERYBODY } from '#electron/store/contact-question.ts';
import { setFieldType } from '#electron/store/custom-fields.ts';
import { removeLabel, restoreLabel } from '#electron/store/labels.ts';
import { plansOf } from '../support/query-plan.ts';
import { passes } from '../support/segment-oracle.ts';
import { segmentCases } from '../support/segment-cases.ts';
import { addField, addLabel, addPerson, NOW } from '../support/segment-people.ts';
import { createSegmentWorld, randomPerson } from '../support/segment-world.ts';
import { addMessage } from '../support/store.ts';

const world = createSegmentWorld();
const { store, accountId, vip, known, person } = world;
const CASES = segmentCases(world);

const GONE_LABEL = asId<LabelId>(4711);

function group(combine: RuleGroup['combine'], ...rules: readonly RuleNode[]): RuleGroup {
  return { kind: 'group', combine, rules };
}

function asked(rules: RuleGroup) {
  return { ...EVERYBODY, segment: { rules: segmentRulesSchema.parse(rules), now: NOW } };
}

function isIn(rules: RuleGroup, id: ContactId): boolean {
  const page = pageContactIds(store, { ...asked(rules), after: id - 1, limit: 1 });
  return page.contactIds.includes(id);
}

function countIn(rules: RuleGroup): number {
  return countContacts(store, asked(rules)).fitting;
}

describe('a rule', () => {
  it.each(CASES)('finds $what, and nobody else', ({ rule, inside, outside }) => {
    const rules = group('all', rule());
    const ins = inside().map((facts) => ({ facts, id: addPerson(store, accountId, facts) }));
    const outs = outside().map((facts) => ({ facts, id: addPerson(store, accountId, facts) }));
    expect(ins.filter(({ id }) => !isIn(rules, id)).map(({ facts }) => facts)).toEqual([]);
    expect(outs.filter(({ id }) => isIn(rules, id)).map(({ facts }) => facts)).toEqual([]);
    for (const { facts, id } of [...ins, ...outs]) {
      expect(passes(rules, facts, known)).toBe(isIn(rules, id));
    }
  });

  it('about what was deleted passes nobody, not by its opposite either', () => {
    const carried = addPerson(store, accountId, person({ labelsOnThem: [vip] }));
    const has = { kind: 'label', labelId: GONE_LABEL, has: true } as const;
    for (const rules of [
      group('all', has),
      group('all', { ...has, has: false }),
      group('none', has),
      group('none', { ...has, has: false }),
      group('all', group('none', has)),
      group('all', { kind: 'campaign', campaignId: asId(4711), did: 'not_got', days: null }),
      group('none', {
        kind: 'field',
        fieldId: asId(4711),
        test: { kind: 'filled', isFilled: true },
      }),
    ]) {
      expect(countIn(rules)).toBe(0);
    }
    const orVip = group('any', has, { kind: 'label', labelId: vip, has: true });
    expect(isIn(orVip, carried)).toBe(true);
  });

  it('about a field passes nobody once the field holds something else', () => {
    const field = addField(store, 'Shoe size', 'number');
    const id = addPerson(store, accountId, person({ fields: new Map([[field, '42']]) }));
    const rules = group('all', {
      kind: 'field',
      fieldId: field,
      test: { kind: 'number', op: 'at_least', value: 40 },
    });
    expect(isIn(rules, id)).toBe(true);
    store.write((tx) => setFieldType(tx, field, 'text'));
    expect(isIn(rules, id)).toBe(false);
  });

  it('works again when a deleted label comes back', () => {
    const label = addLabel(store, 'Regulars');
    const id = addPerson(store, accountId, person({ labelsOnThem: [label] }));
    const rules = group('all', { kind: 'label', labelId: label, has: true });
    store.write((tx) => removeLabel(tx, label, NOW));
    expect(isIn(rules, id)).toBe(false);
    store.write((tx) => restoreLabel(tx, { id: label, name: 'Regulars', color: '#3f8f63' }));
    expect(isIn(rules, id)).toBe(true);
  });
});

describe('when we last wrote', () => {
  it('is right again after a message failed, moved or went', () => {
    const own = { direction: 'outbound', origin: 'frontdesk', status: 'sent' } as const;
    const id = addPerson(store, accountId, person({ gotReplyAt: 1000 }));
    const chatId = asId<ChatId>(
      store.prepare<{ id: number }>('SELECT id FROM conversation WHERE contact_id = ?').get(id)
        ?.id ?? 0,
    );
    const lastOfOurs = (): unknown =>
      store.prepare('SELECT last_outbound_at AS at FROM conversation WHERE id = ?').get(chatId);
    const latest = addMessage(store, accountId, chatId, { ...own, timestamp: 3000 });
    addMessage(store, accountId, chatId, { ...own, timestamp: 2000 });
    expect(lastOfOurs()).toEqual({ at: 3000 });
    store.write((tx) => tx.run("UPDATE message SET status = 'failed' WHERE id = ?", latest));
    expect(lastOfOurs()).toEqual({ at: 2000 });
    store.write((tx) => tx.run("UPDATE message SET status = 'sent' WHERE id = ?", latest));
    expect(lastOfOurs()).toEqual({ at: 3000 });
    store.write((tx) => tx.run('DELETE FROM message WHERE id = ?', latest));
    expect(lastOfOurs()).toEqual({ at: 2000 });
  });
});

const COMBINE: NonEmpty<RuleGroup['combine']> = ['all', 'any', 'none'];

function randomRule(random: Random): Rule {
  const made = CASES[random.below(CASES.length)]?.rule();
  if (made === undefined || random.chance(0.05)) {
    return { kind: 'label', labelId: GONE_LABEL, has: random.chance(0.5) };
  }
  return made;
}

function randomGroup(random: Random, depth: number): RuleGroup {
  const rules = Array.from({ length: 1 + random.below(3) }, () =>
    depth < 2 && random.chance(0.35) ? randomGroup(random, depth + 1) : randomRule(random),
  );
  return group(random.pick(COMBINE), ...rules);
}

describe('any tree of rules', () => {
  it('finds exactly the people whom plain reasoning finds', () => {
    const random = createRandom('segments');
    const people = Array.from({ length: 120 }, () => {
      const facts = randomPerson(world, random);
      return { facts, id: addPerson(store, accountId, facts) };
    });
    for (let round = 0; round < 400; round += 1) {
      const rules = randomGroup(random, 0);
      const expected = people.filter(({ facts }) => passes(rules, facts, known) === true);
      const found = new Set(
        pageContactIds(store, { ...asked(rules), after: 0, limit: 1000 }).contactIds,
      );
      expect(
        people.filter(({ id }) => found.has(id)),
        JSON.stringify(rules),
      ).toEqual(expected);
    }
  });

  it('counts, pages and lists the same people', () => {
    const rules = group('all', { kind: 'created', when: { kind: 'before', date: '2026-06-01' } });
    const ids: ContactId[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page = pageContactIds(store, { ...asked(rules), after, limit: 7 });
      ids.push(...page.contactIds);
      after = page.next;
    }
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(countIn(rules)).toBe(ids.length);
    const listed: ContactId[] = [];
    let cursor: string | null = null;
    do {
      const page = pageContacts(store, { ...asked(rules), order: 'name', cursor, limit: 50 });
      listed.push(...page.contacts.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(listed.toSorted((a, b) => a - b)).toEqual(ids);
  });

  it('never walks through all messages', () => {
    const plans = plansOf(store, () => {
      for (const { rule } of CASES) countIn(group('all', rule()));
    });
    expect(plans).toContain('SCAN c');
    expect(plans).not.toMatch(/SCAN (m|message|n|e|f|p|x|r|contact_label)\b/);
  });

  it('may be three groups deep and no deeper, and no group in it empty', () => {
    const leaf: Rule = { kind: 'blocked', isBlocked: true };
    const three = group('all', group('any', group('none', leaf)));
    expect(segmentRulesSchema.safeParse(three).success).toBe(true);
    expect(segmentRulesSchema.safeParse(group('all', three)).success).toBe(false);
    expect(segmentRulesSchema.safeParse(group('all')).success).toBe(true);
    expect(segmentRulesSchema.safeParse(group('all', group('none'))).success).toBe(false);
  });
});
