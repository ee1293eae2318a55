import { create } from 'zustand';
import type { SavedPlaceId } from '#shared/ids.ts';
import type { NewSavedPlace, SavedPlace } from '#shared/models/saved-place.ts';
import { call } from './core.ts';

interface SavedPlaces {
  /** By name; undefined until the core has answered for the first time. */
  readonly all: readonly SavedPlace[] | undefined;
  /** The one that was deleted last and can come back. */
  readonly deleted: SavedPlace | undefined;
}

export const useSavedPlaces = create<SavedPlaces>()(() => ({ all: undefined, deleted: undefined }));

export async function loadSavedPlaces(): Promise<void> {
  const result = await call('savedPlaces.list', {});
  if (result.ok) useSavedPlaces.setState({ all: result.data });
}

type Saved = { readonly id: SavedPlaceId } | { readonly refusal: string };

export async function savePlace(place: NewSavedPlace): Promise<Saved> {
  const result = await call('savedPlaces.save', place);
  if (!result.ok) return { refusal: result.error.message };
  await loadSavedPlaces();
  return { id: result.data };
}

export async function removePlace(place: SavedPlace): Promise<void> {
  const result = await call('savedPlaces.remove', { id: place.id });
  if (!result.ok) return;
  useSavedPlaces.setState({ deleted: place });
  await loadSavedPlaces();
}

export async function restorePlace(place: SavedPlace): Promise<void> {
  const saved = await savePlace({ ...place, id: null });
  if ('id' in saved) useSavedPlaces.setState({ deleted: undefined });
}
