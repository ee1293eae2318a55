import { useTranslation } from 'react-i18next';
import { LayoutTemplate } from 'lucide-react';
import { Words } from './Words.tsx';
import type { BodyProps } from './body-props.ts';
import { Carousel } from './Carousel.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { MetaLine } from './MetaLine.tsx';
import { QuestionHeading } from './QuestionHeading.tsx';
import styles from './content.module.css';

export function TemplateBody({ content, meta }: BodyProps<'template'>) {
  const { t } = useTranslation();
  const { name, heading, body, footer } = content;
  return (
    <>
      <p className={styles['kind']}>
        <LayoutTemplate aria-hidden="true" size={13} strokeWidth={1.75} />
        {t('content.template')}
        <span className={styles['kindName']}>{name}</span>
      </p>
      <QuestionHeading heading={heading} />
      {body === '' ? <MetaLine>{meta}</MetaLine> : <Words text={body} meta={meta} />}
      {footer !== null && (
        <p dir="auto" className={styles['footer']}>
          {footer}
        </p>
      )}
      <ChoiceList choices={content.choices} />
      {content.cards.length > 0 && <Carousel cards={content.cards} />}
    </>
  );
}
