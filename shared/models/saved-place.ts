import type { SavedPlaceId } from '../ids.ts';

/** A place that the owner sends often: the shop, the meeting point. */
export interface SavedPlace {
  readonly id: SavedPlaceId;
  readonly name: string;
  /** Empty where there is none. */
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A null id: one that is not there yet. */
export interface NewSavedPlace extends Omit<SavedPlace, 'id'> {
  readonly id: SavedPlaceId | null;
}
