import { useTranslation } from 'react-i18next';
import type { MessageContent } from '#shared/models/message-content.ts';
import type { Form } from '../../../stores/composition-forms.ts';
import { classes } from '../../../ui/classes.ts';
import { ContactCards } from '../content/ContactCards.tsx';
import { InteractiveBody } from '../content/InteractiveBody.tsx';
import { LocationCard } from '../content/LocationCard.tsx';
import bubble from '../message/MessageBubble.module.css';
import { previewOf } from './composed-message.ts';
import styles from './compose.module.css';

/** What the customer will see, drawn by what draws the thread. */
export function Preview({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const content = previewOf(form);
  return (
    <section aria-label={t('compose.preview')} className={styles['preview']}>
      {isEmpty(content) ? (
        <p className={styles['nothing']}>{t('compose.nothingYet')}</p>
      ) : (
        <div className={bubble['outbound']}>
          <div className={classes(bubble['bubble'], styles['shown'])}>
            <Body content={content} />
          </div>
        </div>
      )}
    </section>
  );
}

function Body({ content }: { readonly content: MessageContent }) {
  if (content.kind === 'location') return <LocationCard content={content} meta={null} />;
  if (content.kind === 'contacts') return <ContactCards content={content} meta={null} />;
  if (content.kind === 'interactive') return <InteractiveBody content={content} meta={null} />;
  return null;
}

function isEmpty(content: MessageContent): boolean {
  if (content.kind === 'location') return false;
  if (content.kind === 'contacts') return content.cards.every(({ name }) => name === '');
  if (content.kind !== 'interactive') return true;
  const { heading, body, footer, choices, sections } = content;
  const tappable = choices.length + sections.reduce((sum, one) => sum + one.choices.length, 0);
  const isAsking = choices.some(({ title }) => title === '');
  return heading === null && body === '' && footer === null && (tappable === 0 || isAsking);
}
