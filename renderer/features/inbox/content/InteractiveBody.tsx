import { useTranslation } from 'react-i18next';
import type { QuestionCard } from '#shared/models/message-content.ts';
import { Words } from '../message/Words.tsx';
import type { BodyProps } from './body-props.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { MetaLine } from './MetaLine.tsx';
import { PlainWords } from './PlainWords.tsx';
import { QuestionHeading } from './QuestionHeading.tsx';
import choices from './choices.module.css';
import styles from './content.module.css';

/** A question with what can be answered to it, as the customer sees it. */
export function InteractiveBody({ content, meta }: BodyProps<'interactive'>) {
  const { heading, body, footer, cards } = content;
  return (
    <>
      <QuestionHeading heading={heading} />
      {body === '' ? <MetaLine>{meta}</MetaLine> : <Words text={body} meta={meta} />}
      {footer !== null && (
        <p dir="auto" className={styles['footer']}>
          <PlainWords text={footer} />
        </p>
      )}
      <ChoiceList choices={content.choices} />
      <Sections content={content} />
      {cards.length > 0 && <Carousel cards={cards} />}
    </>
  );
}

function Sections({ content }: Pick<BodyProps<'interactive'>, 'content'>) {
  const { t } = useTranslation();
  const { sections, listButton } = content;
  if (sections.length === 0) return null;
  const count = sections.reduce((sum, section) => sum + section.choices.length, 0);
  return (
    <details className={choices['list']}>
      <summary dir="auto">
        {t('content.listOf', { count, name: listButton ?? t('content.choiceOf.catalog') })}
      </summary>
      {sections.map((section, index) => (
        <section key={index}>
          {section.title !== null && (
            <h4 dir="auto" className={choices['section']}>
              <PlainWords text={section.title} />
            </h4>
          )}
          <ChoiceList choices={section.choices} />
        </section>
      ))}
    </details>
  );
}

function Carousel({ cards }: { readonly cards: readonly QuestionCard[] }) {
  const { t } = useTranslation();
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('content.carousel')}
      className={choices['cards']}
    >
      {cards.map((card, index) => (
        <section
          key={index}
          aria-label={t('content.card', { number: index + 1, count: cards.length })}
          className={choices['card']}
        >
          <QuestionHeading heading={card.heading} />
          {card.body !== '' && <Words text={card.body} />}
          <ChoiceList choices={card.choices} />
        </section>
      ))}
    </section>
  );
}
