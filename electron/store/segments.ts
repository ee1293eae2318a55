import { asId } from '#shared/ids.ts';
import type { SegmentId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import { labelKey } from '#shared/label.ts';
import type { RuleGroup, Segment, SegmentChoices } from '#shared/models/segment.ts';
import { segmentRulesSchema } from '#shared/segments/schema.ts';
import { listFields } from './custom-fields.ts';
import type { Reader, WriteTx } from './store.ts';

interface SegmentRow {
  readonly id: SegmentId;
  readonly name: string;
  readonly rules: string;
  readonly created_at: number;
  readonly updated_at: number;
}

const COLUMNS = 'id, name, rules, created_at, updated_at';

/** All of them, by name. */
export function listSegments(db: Reader): Segment[] {
  return db
    .prepare<SegmentRow>(
      `SELECT ${COLUMNS} FROM segment WHERE removed_at IS NULL ORDER BY name_key`,
    )
    .all()
    .map(toSegment);
}

export function findSegment(db: Reader, id: SegmentId): Segment | undefined {
  const row = db
    .prepare<SegmentRow>(`SELECT ${COLUMNS} FROM segment WHERE id = ? AND removed_at IS NULL`)
    .get(id);
  return row && toSegment(row);
}

export function findSegmentByName(db: Reader, name: string): Segment | undefined {
  const row = db
    .prepare<SegmentRow>(`SELECT ${COLUMNS} FROM segment WHERE name_key = ? AND removed_at IS NULL`)
    .get(labelKey(name));
  return row && toSegment(row);
}

/** The name must be free (`findSegmentByName`). */
export function insertSegment(tx: WriteTx, name: string, rules: RuleGroup, now: number): SegmentId {
  const { lastInsertRowid } = tx.run(
    'INSERT INTO segment (name, name_key, rules, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
    name,
    labelKey(name),
    JSON.stringify(rules),
    now,
    now,
  );
  tx.note({ kind: 'segments' });
  return asId<SegmentId>(lastInsertRowid);
}

export function updateSegment(tx: WriteTx, { id, name, rules, updatedAt }: Segment): void {
  tx.run(
    'UPDATE segment SET name = ?, name_key = ?, rules = ?, updated_at = ? WHERE id = ?',
    name,
    labelKey(name),
    JSON.stringify(rules),
    updatedAt,
    id,
  );
  tx.note({ kind: 'segments' });
}

export function removeSegment(tx: WriteTx, id: SegmentId, now: number): void {
  tx.run('UPDATE segment SET removed_at = ? WHERE id = ?', now, id);
  tx.note({ kind: 'segments' });
}

export function findRemovedSegment(db: Reader, id: SegmentId): Segment | undefined {
  const row = db
    .prepare<SegmentRow>(`SELECT ${COLUMNS} FROM segment WHERE id = ? AND removed_at IS NOT NULL`)
    .get(id);
  return row && toSegment(row);
}

export function restoreSegment(tx: WriteTx, id: SegmentId): void {
  tx.run('UPDATE segment SET removed_at = NULL WHERE id = ?', id);
  tx.note({ kind: 'segments' });
}

export function forgetSegmentsRemovedBefore(tx: WriteTx, before: number): void {
  tx.run('DELETE FROM segment WHERE removed_at < ?', before);
}

/** What rules can be about. Reads the language of everybody: for the reading thread. */
export function segmentChoices(db: Reader): SegmentChoices {
  return {
    fields: listFields(db),
    campaigns: db
      .prepare<SegmentChoices['campaigns'][number]>(
        `SELECT id, name FROM campaign WHERE started_at IS NOT NULL ORDER BY started_at DESC, id DESC`,
      )
      .all(),
    languages: db
      .prepare<{ language: string }>(
        `SELECT DISTINCT language FROM contact WHERE language <> '' ORDER BY language`,
      )
      .all()
      .map(({ language }) => language),
  };
}

function toSegment(row: SegmentRow): Segment {
  return {
    id: row.id,
    name: row.name,
    rules: segmentRulesSchema.parse(parseJson(row.rules)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
