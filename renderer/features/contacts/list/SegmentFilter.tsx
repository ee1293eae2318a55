import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentId } from '#shared/ids.ts';
import { loadSegments, useSegments } from '../../../stores/segments.ts';
import { FilterChip } from './FilterChip.tsx';

interface SegmentFilterProps {
  readonly chosen: number | undefined;
  readonly onChoose: (segmentId: SegmentId | undefined) => void;
}

/** Only while there are segments: before, there is nothing to choose. */
export function SegmentFilter({ chosen, onChoose }: SegmentFilterProps) {
  const { t } = useTranslation();
  const all = useSegments((state) => state.all) ?? [];
  const counts = useSegments((state) => state.counts);
  useEffect(() => void loadSegments(), []);
  if (all.length === 0) return null;
  return (
    <FilterChip
      name={t('segments.one')}
      options={all.map(({ id, name }) => ({ value: id, name, people: counts.get(id) }))}
      chosen={all.find(({ id }) => id === chosen)?.id}
      onChoose={onChoose}
    />
  );
}
