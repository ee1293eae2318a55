import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import { isJsonList, numberAt, textAt } from '#shared/json-fields.ts';
import type { MediaId, MessageId } from '#shared/ids.ts';
import type { StatusFact } from '#shared/models/message.ts';
import type { Reader } from './store.ts';
import type { MediaTable } from './tables.ts';

/** What programs want to know of a message beyond what the screen shows. */
export interface MessageRecord {
  /** The message as it stood in Meta's JSON, or as it goes there. */
  readonly payload: Json;
  readonly media: MediaRecord | null;
  /** Oldest first. */
  readonly statuses: readonly StatusFact[];
}

export interface MediaRecord {
  readonly id: MediaId;
  readonly state: MediaTable['state'];
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
}

interface RecordRow {
  readonly id: MessageId;
  readonly payload: string;
  readonly statuses: string;
  readonly media_id: MediaId | null;
  readonly media_state: MediaTable['state'] | null;
  readonly mime_type: string | null;
  readonly filename: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
}

const RECORD = `
  SELECT m.id, m.payload,
    (SELECT json_group_array(json_object('status', status, 'at', at) ORDER BY at)
     FROM message_status WHERE wamid = m.wamid AND account_id = m.account_id) AS statuses,
    f.id AS media_id, f.state AS media_state, f.mime_type, f.filename, f.sha256, f.bytes
  FROM message m
  LEFT JOIN media f ON f.id = m.media_id
  WHERE m.id IN (SELECT value FROM json_each(?))`;

export function messageRecords(
  db: Reader,
  ids: readonly MessageId[],
): ReadonlyMap<MessageId, MessageRecord> {
  const rows = db.prepare<RecordRow>(RECORD).all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, toRecord(row)]));
}

function toRecord(row: RecordRow): MessageRecord {
  return {
    payload: parseJson(row.payload),
    media: toMedia(row),
    statuses: toStatuses(parseJson(row.statuses)),
  };
}

function toStatuses(facts: Json): StatusFact[] {
  if (!isJsonList(facts)) return [];
  return facts.flatMap((fact) => {
    const status = textAt(fact, 'status');
    const at = numberAt(fact, 'at');
    return status === undefined || at === undefined ? [] : [{ status, at }];
  });
}

function toMedia(row: RecordRow): MediaRecord | null {
  if (row.media_id === null || row.media_state === null) return null;
  return {
    id: row.media_id,
    state: row.media_state,
    mimeType: row.mime_type,
    filename: row.filename,
    sha256: row.sha256,
    bytes: row.bytes,
  };
}
