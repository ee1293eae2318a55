import { useTranslation } from 'react-i18next';
import { Plus, Trash2 } from 'lucide-react';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { TemplateCard } from '#shared/models/template-parts.ts';
import { besideCards } from '#shared/templates/fit-category.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ButtonsFields } from './ButtonsFields.tsx';
import { HeaderFields } from './HeaderFields.tsx';
import type { DraftEdit } from './use-draft.ts';
import { WordsFields } from './WordsFields.tsx';
import styles from './edit.module.css';

interface CardsFieldsProps {
  readonly edit: DraftEdit;
  readonly draftId: TemplateDraftId;
  readonly at: (place: string) => string | undefined;
}

/** A carousel: like cards side by side under the words. */
export function CardsFields({ edit, draftId, at }: CardsFieldsProps) {
  const { t } = useTranslation();
  const { parts, parameterFormat } = edit.content;
  const { cards } = parts;
  const change = (next: readonly TemplateCard[]) => edit.changeParts({ cards: next });
  return (
    <section className={styles['card']} aria-label={t('templates.places.cards')}>
      <h3 className={styles['heading']}>{t('templates.places.cards')}</h3>
      <p className={styles['hint']}>{t('templates.editor.cardsHint')}</p>
      {cards.map((card, index) => (
        <fieldset key={index} className={styles['group']}>
          <legend>{t('templates.editor.cardNumber', { number: index + 1 })}</legend>
          <HeaderFields
            header={card.header}
            format={parameterFormat}
            draftId={draftId}
            place={`cards.${index}.header`}
            kinds={['image', 'video']}
            at={at}
            onChange={(header) => change(cards.with(index, { ...card, header }))}
          />
          <WordsFields
            label={t('templates.places.body')}
            limit={TEMPLATE_LIMITS.cardBody}
            rows={2}
            text={card.body.text}
            examples={card.body.examples}
            format={parameterFormat}
            place={`cards.${index}.body`}
            at={at}
            onChange={(text, examples) =>
              change(cards.with(index, { ...card, body: { ...card.body, text, examples } }))
            }
          />
          <ButtonsFields
            buttons={card.buttons}
            place={`cards.${index}.buttons`}
            kinds={['QUICK_REPLY', 'URL', 'PHONE_NUMBER']}
            at={at}
            onChange={(buttons) => change(cards.with(index, { ...card, buttons }))}
          />
          <IconButton
            icon={Trash2}
            label={t('templates.editor.removeCard', { number: index + 1 })}
            onClick={() => change(cards.toSpliced(index, 1))}
          />
        </fieldset>
      ))}
      <p role="alert" className={styles['problem']}>
        {at('cards')}
      </p>
      {cards.length < TEMPLATE_LIMITS.cards.max && (
        <button
          type="button"
          className={styles['add']}
          onClick={() =>
            edit.changeParts({ ...besideCards(parts), cards: [...cards, likeThe(cards.at(-1))] })
          }
        >
          <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
          {t('templates.editor.addCard')}
        </button>
      )}
    </section>
  );
}

/** All cards have the same pieces. */
function likeThe(last: TemplateCard | undefined): TemplateCard {
  return {
    header: { kind: 'media', media: mediaOf(last), handle: null },
    body: { text: '', examples: {}, addSecurityRecommendation: false },
    buttons: last?.buttons ?? [],
  };
}

function mediaOf(card: TemplateCard | undefined): 'image' | 'video' {
  return card?.header?.kind === 'media' && card.header.media === 'video' ? 'video' : 'image';
}
