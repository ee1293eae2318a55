import { useTranslation } from 'react-i18next';
import {
  BookOpen,
  ClipboardList,
  ContactRound,
  Copy,
  CornerUpLeft,
  ExternalLink,
  MapPin,
  Phone,
  ShoppingBag,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Choice } from '#shared/models/message-content.ts';
import { OutsideLink } from './OutsideLink.tsx';
import { PlainWords } from './PlainWords.tsx';
import styles from './choices.module.css';

const ICONS: Readonly<Record<Choice['kind'], LucideIcon | null>> = {
  reply: CornerUpLeft,
  row: null,
  link: ExternalLink,
  product: ShoppingBag,
  flow: ClipboardList,
  call: Phone,
  location: MapPin,
  contact: ContactRound,
  catalog: BookOpen,
  code: Copy,
};

/** What the customer can tap, as they see it; here it only tells, except for links. */
export function ChoiceList({ choices }: { readonly choices: readonly Choice[] }) {
  const { t } = useTranslation();
  if (choices.length === 0) return null;
  return (
    <ul className={styles['choices']} aria-label={t('content.choices')}>
      {choices.map((choice, index) => (
        <li key={index} className={styles[choice.kind === 'row' ? 'row' : 'choice']}>
          <ChoiceWords choice={choice} />
        </li>
      ))}
    </ul>
  );
}

function ChoiceWords({ choice }: { readonly choice: Choice }) {
  const { t } = useTranslation();
  const { kind, title, description, url } = choice;
  const Icon = ICONS[kind];
  const words = title === '' ? t(`content.choiceOf.${kind}`) : title;
  return (
    <>
      {Icon !== null && <Icon aria-hidden="true" size={15} strokeWidth={1.75} />}
      {url === null ? (
        <span dir="auto">
          <PlainWords text={words} />
        </span>
      ) : (
        <OutsideLink text={words} url={url} />
      )}
      {description !== null && (
        <span dir="auto" className={styles['description']}>
          <PlainWords text={description} />
        </span>
      )}
    </>
  );
}
