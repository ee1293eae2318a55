import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { asId } from '#shared/ids.ts';
import type { CustomFieldId, LabelId } from '#shared/ids.ts';
import type { Rule, RuleGroup } from '#shared/models/segment.ts';
import { insertField } from '#electron/store/custom-fields.ts';
import { insertLabel } from '#electron/store/labels.ts';
import { openStore } from '#electron/store/open.ts';
import { startReader } from '#electron/store/reader.ts';
import { atMost, percentile } from './measure.ts';
import type { Row } from './measure.ts';

const PEOPLE = 50_000;
const TURNS = 60;

/** Segments of every kind over 50,000 people and all history, and what the main loop feels of it. */
export async function measureSegments(home: string): Promise<Row[]> {
  const file = join(home, 'frontdesk.db');
  const rules = furnish(file);
  const reader = startReader({
    file,
    onCrash(reason) {
      throw new Error('The reading thread ended.', { cause: reason });
    },
  });
  const preview = async (turn: number): Promise<number> => {
    const rule = rules[turn % rules.length];
    const start = performance.now();
    const group = {
      kind: 'group',
      combine: 'all',
      rules: rule === undefined ? [] : [rule],
    } as const;
    await reader.ask({ name: 'previewSegment', input: { rules: group, now: Date.now() } });
    return performance.now() - start;
  };
  try {
    for (let turn = 0; turn < rules.length; turn += 1) await preview(turn);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) times.push(await preview(turn));
    delay.disable();
    return [
      atMost('count and sample of a segment, 50 k people, p95', percentile(times, 0.95), 100, 'ms'),
      atMost(
        'main loop delay during counts of segments, p99',
        delay.percentile(99) / 1e6,
        20,
        'ms',
      ),
    ];
  } finally {
    await reader.close();
  }
}

/** Fills the shop up to 50,000 people with labels and fields, and asks every kind of rule of them. */
function furnish(file: string): (Rule | RuleGroup)[] {
  const store = openStore(file);
  try {
    const { labelId, fieldId } = store.write((tx) => {
      const made = {
        labelId: insertLabel(tx, 'Measured', '#3f8f63', 0),
        fieldId: insertField(tx, { name: 'Measured', type: 'number' }, 0),
      };
      const known = tx.prepare<{ n: number }>('SELECT count(*) AS n FROM contact').get()?.n ?? 0;
      for (let n = known; n < PEOPLE; n += 1) {
        const id = tx.run(
          `INSERT INTO contact (name, language, created_at, updated_at) VALUES (?, 'pt-BR', ?, 0)`,
          `Person ${n}`,
          Date.now(),
        ).lastInsertRowid;
        tx.run(
          "INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, 'phone', ?, 0)",
          id,
          `+1212${String(2_000_000 + n)}`,
        );
      }
      tx.run('INSERT INTO contact_label SELECT id, ? FROM contact WHERE id % 3 = 0', made.labelId);
      tx.run(
        'INSERT INTO contact_field SELECT id, ?, id % 40 FROM contact WHERE id % 2 = 0',
        made.fieldId,
      );
      return made;
    });
    return rulesOf(labelId, fieldId);
  } finally {
    store.close();
  }
}

function rulesOf(labelId: LabelId, fieldId: CustomFieldId): (Rule | RuleGroup)[] {
  const rules: Rule[] = [
    { kind: 'label', labelId, has: true },
    { kind: 'label', labelId, has: false },
    { kind: 'consent', state: 'unknown' },
    { kind: 'last_message', from: 'them', when: { kind: 'longer_ago', days: 30 } },
    { kind: 'last_message', from: 'us', when: { kind: 'within', days: 30 } },
    { kind: 'campaign', campaignId: null, did: 'not_got', days: 30 },
    { kind: 'field', fieldId, test: { kind: 'number', op: 'at_least', value: 20 } },
    { kind: 'language', language: 'pt', is: true },
    { kind: 'country', country: 'US', is: true },
    { kind: 'country', country: 'CA', is: true },
    { kind: 'source', source: 'direct', is: true },
    { kind: 'window', isOpen: false },
    { kind: 'blocked', isBlocked: false },
    { kind: 'created', when: { kind: 'since', date: '2020-01-01' } },
  ];
  const apart = { kind: 'label', labelId: asId<LabelId>(labelId + 1), has: true } as const;
  return [...rules, { kind: 'group', combine: 'any', rules: [apart, ...rules] }];
}
