import { useTranslation } from 'react-i18next';
import { MapPin } from 'lucide-react';
import { mapAddress } from '#shared/map-link.ts';
import { OutsideLink } from '../../../ui/message/OutsideLink.tsx';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { FileCard } from '../../../ui/message/FileCard.tsx';
import styles from '../../../ui/message/content.module.css';

export function LocationCard({ content, meta }: BodyProps<'location'>) {
  const { t } = useTranslation();
  const { latitude, longitude } = content;
  const spot = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const url = mapAddress(content);
  return (
    <>
      <FileCard
        icon={MapPin}
        title={content.name ?? t('content.location')}
        detail={content.address ?? spot}
      />
      <p className={styles['metaLine']}>
        <OutsideLink text={t('content.openMap')} url={url} />
        {meta}
      </p>
    </>
  );
}
