import type { ContactId } from '#shared/ids.ts';
import type { MergeReason, MergeSuggestion, MergeSuggestions } from '#shared/models/merge.ts';
import { phoneVariants } from '#shared/phone-variants.ts';
import { bestName } from './contact-name.ts';
import { foldName } from './folded-name.ts';
import { differInUserId } from './identities.ts';
import type { Reader } from './store.ts';

/** Nobody goes through more at a time; those that are settled make room for others. */
const MOST = 100;

/** An address or a name that more people have than this is nobody’s own. */
const MOST_ALIKE = 4;

interface Pair {
  readonly ids: MergeSuggestion['contactIds'];
  readonly reason: MergeReason;
}

/** Pairs of people who may be one person. Looks through everybody: for the reading thread. */
export function suggestMerges(db: Reader): MergeSuggestions {
  const pairs = new Map<string, Pair>();
  for (const pair of [...pairsByPhone(db), ...pairsByEmail(db), ...pairsByName(db)]) {
    const key = pair.ids.join(' ');
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  const refused = refusedPairs(db);
  const proposed = [...pairs].filter(
    ([key, { ids }]) => !refused.has(key) && !differInUserId(db, ids[0], ids[1]),
  );
  return {
    suggestions: proposed.slice(0, MOST).map(([, pair]) => toSuggestion(db, pair)),
    total: proposed.length,
  };
}

/** Two hold one subscriber’s number, written in two ways. */
function pairsByPhone(db: Reader): Pair[] {
  const holders = new Map(
    db
      .prepare<{ phone: string; id: ContactId }>(
        `SELECT value AS phone, contact_id AS id FROM contact_identity
         WHERE kind = 'phone' AND is_active = 1
           AND (value > '+521' AND value < '+53' OR value > '+54' AND value < '+56')`,
      )
      .all()
      .map(({ phone, id }) => [phone, id]),
  );
  const pairs: Pair[] = [];
  for (const [phone, id] of holders) {
    for (const variant of phoneVariants(phone)) {
      const other = holders.get(variant);
      // Each pair is met twice, once from either side.
      if (other !== undefined && other > id) {
        pairs.push({ ids: [id, other], reason: { kind: 'phone', phones: [phone, variant] } });
      }
    }
  }
  return pairs;
}

function pairsByEmail(db: Reader): Pair[] {
  const groups = db
    .prepare<{ email: string }>(
      `SELECT lower(email) AS email FROM contact INDEXED BY contact_email WHERE email IS NOT NULL
       GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}`,
    )
    .all();
  const holders = db.prepare<{ id: ContactId }>(
    'SELECT id FROM contact WHERE lower(email) = ? AND email IS NOT NULL ORDER BY id',
  );
  return groups.flatMap(({ email }) => {
    const ids = holders.all(email).map(({ id }) => id);
    return everyTwo(ids, () => true, { kind: 'email', email });
  });
}

/** One has no number, as somebody who took a username; the other has the same full name. */
function pairsByName(db: Reader): Pair[] {
  const nameless = db
    .prepare<{ id: ContactId; name: string }>(
      `SELECT c.id, c.name FROM contact c
       WHERE c.name LIKE '_% _%'
         AND NOT EXISTS (SELECT 1 FROM contact_identity i
           WHERE i.contact_id = c.id AND i.kind = 'phone' AND i.is_active = 1)
         AND EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id)`,
    )
    .all();
  if (nameless.length === 0) return [];
  const withoutPhone = new Set(nameless.map(({ id }) => id));
  const alike = new Map(
    nameless.map(({ name }) => [foldName(name), { name, ids: new Array<ContactId>() }]),
  );
  const everybody = db.prepare<{ id: ContactId; name: string }>(
    `SELECT id, name FROM contact WHERE name LIKE '_% _%' ORDER BY id`,
  );
  for (const { id, name } of everybody.all()) alike.get(foldName(name))?.ids.push(id);
  return [...alike.values()].flatMap(({ name, ids }) =>
    ids.length > MOST_ALIKE
      ? []
      : everyTwo(ids, (a, b) => withoutPhone.has(a) || withoutPhone.has(b), { kind: 'name', name }),
  );
}

function everyTwo(
  /** Rising. */
  ids: readonly ContactId[],
  mayBeOne: (a: ContactId, b: ContactId) => boolean,
  reason: MergeReason,
): Pair[] {
  return ids.flatMap((a, index) =>
    ids
      .slice(index + 1)
      .filter((b) => mayBeOne(a, b))
      .map((b) => ({ ids: [a, b], reason })),
  );
}

function refusedPairs(db: Reader): ReadonlySet<string> {
  const rows = db
    .prepare<{ pair: string }>(`SELECT a_id || ' ' || b_id AS pair FROM merge_refusal`)
    .all();
  return new Set(rows.map(({ pair }) => pair));
}

function toSuggestion(db: Reader, { ids, reason }: Pair): MergeSuggestion {
  return { contactIds: ids, names: [nameOf(db, ids[0]), nameOf(db, ids[1])], reason };
}

function nameOf(db: Reader, id: ContactId): string {
  return (
    db
      .prepare<{ name: string }>(`SELECT ${bestName('c')} AS name FROM contact c WHERE c.id = ?`)
      .get(id)?.name ?? ''
  );
}
