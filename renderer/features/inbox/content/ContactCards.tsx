import { useTranslation } from 'react-i18next';
import { Copy, UserRound } from 'lucide-react';
import type { ContactCard } from '#shared/models/message-content.ts';
import { announce } from '../../../stores/live-text.ts';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { FileCard } from '../../../ui/message/FileCard.tsx';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import styles from './contacts.module.css';

/** Longer names than this are not read out. */
const SPOKEN = 200;

export function ContactCards({ content, meta }: BodyProps<'contacts'>) {
  return (
    <>
      {content.cards.map((card, index) => (
        <section key={index} aria-label={card.name.slice(0, SPOKEN)}>
          <FileCard icon={UserRound} title={card.name} detail={card.organisation} />
          <Ways card={card} />
        </section>
      ))}
      <MetaLine>{meta}</MetaLine>
    </>
  );
}

/** The numbers and addresses of a person, each to be taken along. */
function Ways({ card }: { readonly card: ContactCard }) {
  const { t } = useTranslation();
  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    announce(t('message.copied'));
  }
  return (
    <ul className={styles['ways']}>
      {[...card.phones, ...card.emails].map((way, index) => (
        <li key={index} className={styles['way']}>
          <span dir="ltr">
            <PlainWords text={way} />
          </span>
          <button
            type="button"
            aria-label={t('content.copyWay', { way: way.slice(0, SPOKEN) })}
            className={styles['copy']}
            onClick={() => void copy(way)}
          >
            <Copy aria-hidden="true" size={15} strokeWidth={1.75} />
          </button>
        </li>
      ))}
    </ul>
  );
}
