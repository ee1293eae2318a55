import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isShortMapLink, readMapLink } from '#shared/map-link.ts';
import { OUTGOING_LIMITS } from '#shared/outgoing/limits.ts';
import type { FormOf } from '../../../stores/composition-forms.ts';
import { loadSavedPlaces, savePlace, useSavedPlaces } from '../../../stores/saved-places.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldsProps } from './FormFields.tsx';
import { SavedPlaces } from './SavedPlaces.tsx';
import { useProblemWords } from './use-problem-words.ts';
import styles from './compose.module.css';

type LocationForm = FormOf<'location'>;

export function LocationFields({ form, problems, onChange }: FieldsProps<LocationForm>) {
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);

  function paste(pasted: string) {
    const spot = readMapLink(pasted);
    if (spot === undefined) return onChange({ ...form, pasted });
    onChange({
      ...form,
      pasted,
      latitude: String(spot.latitude),
      longitude: String(spot.longitude),
      name: form.name === '' ? (spot.name ?? '') : form.name,
    });
  }

  return (
    <>
      <SavedPlaces
        chosen={form.placeId}
        onChoose={({ id, name, address, latitude, longitude }) =>
          onChange({
            kind: 'location',
            pasted: '',
            name,
            address,
            latitude: String(latitude),
            longitude: String(longitude),
            placeId: id,
          })
        }
        onRemoved={() => onChange({ ...form, placeId: null })}
      />
      <TextField
        label={t('compose.fields.mapLink')}
        dir="ltr"
        value={form.pasted}
        hint={t(hintFor(form.pasted))}
        onChange={paste}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('compose.fields.latitude')}
          dir="ltr"
          value={form.latitude}
          problem={wrong('location.latitude')}
          onChange={(latitude) => onChange({ ...form, latitude })}
        />
        <TextField
          label={t('compose.fields.longitude')}
          dir="ltr"
          value={form.longitude}
          problem={wrong('location.longitude')}
          onChange={(longitude) => onChange({ ...form, longitude })}
        />
      </div>
      <TextField
        label={t('compose.fields.placeName')}
        value={form.name}
        problem={wrong('location.name')}
        onChange={(name) => onChange({ ...form, name })}
      />
      <TextField
        label={t('compose.fields.address')}
        value={form.address}
        problem={wrong('location.address')}
        onChange={(address) => onChange({ ...form, address })}
      />
      <KeepPlace form={form} onKept={(placeId) => onChange({ ...form, placeId })} />
    </>
  );
}

function hintFor(pasted: string) {
  if (pasted.trim() === '') return 'compose.mapLink.hint';
  if (readMapLink(pasted) !== undefined) return 'compose.mapLink.read';
  return isShortMapLink(pasted) ? 'compose.mapLink.short' : 'compose.mapLink.unread';
}

interface KeepPlaceProps {
  readonly form: LocationForm;
  readonly onKept: (id: NonNullable<LocationForm['placeId']>) => void;
}

/** Keeps what stands in the fields as a place, or changes the one that was picked. */
function KeepPlace({ form, onKept }: KeepPlaceProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const picked = useSavedPlaces((state) => state.all?.find(({ id }) => id === form.placeId));
  useEffect(() => void loadSavedPlaces(), []);
  const { name, address, pasted: _pasted, ...rest } = form;
  const place = {
    name: name.trim(),
    address: address.trim(),
    latitude: Number(rest.latitude.replace(',', '.')),
    longitude: Number(rest.longitude.replace(',', '.')),
  };
  const isWhole =
    place.name !== '' &&
    place.name.length <= OUTGOING_LIMITS.placeText &&
    rest.latitude.trim() !== '' &&
    rest.longitude.trim() !== '' &&
    Math.abs(place.latitude) <= 90 &&
    Math.abs(place.longitude) <= 180;
  const isSame =
    picked !== undefined &&
    picked.name === place.name &&
    picked.address === place.address &&
    picked.latitude === place.latitude &&
    picked.longitude === place.longitude;
  if (!isWhole || isSame) return null;

  async function keep() {
    const saved = await savePlace({ id: picked?.id ?? null, ...place });
    if ('id' in saved) onKept(saved.id);
    setFailure('refusal' in saved ? saved.refusal : undefined);
  }

  return (
    <p className={styles['lead']}>
      <Button kind="text" onClick={() => void keep()}>
        {picked === undefined
          ? t('compose.places.keep')
          : t('compose.places.change', { name: picked.name })}
      </Button>
      {failure}
    </p>
  );
}
