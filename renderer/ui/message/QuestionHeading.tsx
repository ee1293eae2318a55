import { useTranslation } from 'react-i18next';
import { FileText, Film, Image, MapPin, ShoppingBag } from 'lucide-react';
import type { Heading } from '#shared/models/message-content.ts';
import { FileCard } from './FileCard.tsx';
import styles from './content.module.css';

const ICONS = {
  image: Image,
  video: Film,
  document: FileText,
  location: MapPin,
  product: ShoppingBag,
} as const;

/** Above the words: a headline, or the file that stands there. */
export function QuestionHeading({ heading }: { readonly heading: Heading | null }) {
  const { t } = useTranslation();
  if (heading === null) return null;
  const { kind, text } = heading;
  if (kind !== 'text') {
    return <FileCard icon={ICONS[kind]} title={text ?? t(`content.${kind}`)} detail={null} />;
  }
  return (
    <p dir="auto" className={styles['heading']}>
      {text}
    </p>
  );
}
