import { useTranslation } from 'react-i18next';
import { MapPin, Trash2 } from 'lucide-react';
import type { SavedPlaceId } from '#shared/ids.ts';
import type { SavedPlace } from '#shared/models/saved-place.ts';
import { removePlace, restorePlace, useSavedPlaces } from '../../../stores/saved-places.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './compose.module.css';

interface SavedPlacesProps {
  readonly chosen: SavedPlaceId | null;
  readonly onChoose: (place: SavedPlace) => void;
  readonly onRemoved: () => void;
}

/** The places that were kept; one click fills the fields. */
export function SavedPlaces({ chosen, onChoose, onRemoved }: SavedPlacesProps) {
  const { t } = useTranslation();
  const all = useSavedPlaces((state) => state.all) ?? [];
  const deleted = useSavedPlaces((state) => state.deleted);

  async function remove(place: SavedPlace) {
    await removePlace(place);
    if (place.id === chosen) onRemoved();
  }

  return (
    <>
      {all.length > 0 && (
        <ul className={styles['places']} aria-label={t('compose.places.title')}>
          {all.map((place) => (
            <li key={place.id} className={styles['place']}>
              <button
                type="button"
                aria-pressed={place.id === chosen}
                className={styles['pick']}
                onClick={() => onChoose(place)}
              >
                <MapPin aria-hidden="true" size={17} strokeWidth={1.75} />
                <span dir="auto" className={styles['pickName']}>
                  {place.name}
                </span>
                <span dir="auto" className={styles['pickDetail']}>
                  {place.address}
                </span>
              </button>
              <IconButton
                icon={Trash2}
                label={t('compose.places.delete', { name: place.name })}
                onClick={() => void remove(place)}
              />
            </li>
          ))}
        </ul>
      )}
      {deleted !== undefined && (
        <output className={styles['lead']}>
          {t('compose.places.deleted', { name: deleted.name })}{' '}
          <Button kind="text" onClick={() => void restorePlace(deleted)}>
            {t('message.undo')}
          </Button>
        </output>
      )}
    </>
  );
}
