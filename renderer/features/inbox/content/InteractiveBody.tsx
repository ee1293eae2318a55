import { useTranslation } from 'react-i18next';
import { Carousel } from '../../../ui/message/Carousel.tsx';
import { Words } from '../../../ui/message/Words.tsx';
import type { BodyProps } from '../../../ui/message/body-props.ts';
import { ChoiceList } from '../../../ui/message/ChoiceList.tsx';
import { MetaLine } from '../../../ui/message/MetaLine.tsx';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import { QuestionHeading } from '../../../ui/message/QuestionHeading.tsx';
import choices from '../../../ui/message/choices.module.css';
import styles from '../../../ui/message/content.module.css';

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
