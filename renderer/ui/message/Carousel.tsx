import { useTranslation } from 'react-i18next';
import type { QuestionCard } from '#shared/models/message-content.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { QuestionHeading } from './QuestionHeading.tsx';
import { Words } from './Words.tsx';
import styles from './choices.module.css';

/** Cards side by side, as the customer pushes through them. */
export function Carousel({ cards }: { readonly cards: readonly QuestionCard[] }) {
  const { t } = useTranslation();
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('content.carousel')}
      className={styles['cards']}
    >
      {cards.map((card, index) => (
        <section
          key={index}
          aria-label={t('content.card', { number: index + 1, count: cards.length })}
          className={styles['card']}
        >
          <QuestionHeading heading={card.heading} />
          {card.body !== '' && <Words text={card.body} />}
          <ChoiceList choices={card.choices} />
        </section>
      ))}
    </section>
  );
}
