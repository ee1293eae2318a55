import type { BodyProps } from './body-props.ts';
import { Carousel } from './Carousel.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { MetaLine } from './MetaLine.tsx';
import { QuestionHeading } from './QuestionHeading.tsx';
import { Words } from './Words.tsx';
import styles from './content.module.css';

/** A template as the customer sees it, who never learns its name. */
export function TemplateWords({ content, meta }: BodyProps<'template'>) {
  const { heading, body, footer, choices, cards } = content;
  return (
    <>
      <QuestionHeading heading={heading} />
      {body === '' ? <MetaLine>{meta}</MetaLine> : <Words text={body} meta={meta} />}
      {footer !== null && (
        <p dir="auto" className={styles['footer']}>
          {footer}
        </p>
      )}
      <ChoiceList choices={choices} />
      {cards.length > 0 && <Carousel cards={cards} />}
    </>
  );
}
