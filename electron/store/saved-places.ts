import { asId } from '#shared/ids.ts';
import type { SavedPlaceId } from '#shared/ids.ts';
import type { NewSavedPlace, SavedPlace } from '#shared/models/saved-place.ts';
import type { Reader, WriteTx } from './store.ts';

const COLUMNS = 'id, name, address, latitude, longitude';

export function listSavedPlaces(db: Reader): SavedPlace[] {
  return db
    .prepare<SavedPlace>(`SELECT ${COLUMNS} FROM saved_place ORDER BY name COLLATE NOCASE, id`)
    .all();
}

/** Adds one, or changes the one that has this id. */
export function saveSavedPlace(tx: WriteTx, place: NewSavedPlace, now: number): SavedPlaceId {
  const { id, name, address, latitude, longitude } = place;
  const { lastInsertRowid } = tx.run(
    `INSERT INTO saved_place (${COLUMNS}, updated_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
       latitude = excluded.latitude, longitude = excluded.longitude, updated_at = excluded.updated_at`,
    id,
    name,
    address,
    latitude,
    longitude,
    now,
  );
  return id ?? asId<SavedPlaceId>(lastInsertRowid);
}

export function removeSavedPlace(tx: WriteTx, id: SavedPlaceId): void {
  tx.run('DELETE FROM saved_place WHERE id = ?', id);
}
