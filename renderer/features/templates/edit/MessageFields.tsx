import { useTranslation } from 'react-i18next';
import type { TemplateDraftId } from '#shared/ids.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { ButtonsFields } from './ButtonsFields.tsx';
import { CardsFields } from './CardsFields.tsx';
import { HeaderFields } from './HeaderFields.tsx';
import { OfferFields } from './OfferFields.tsx';
import { useProblemsAt } from './problems-at.ts';
import type { DraftEdit } from './use-draft.ts';
import { WordsFields } from './WordsFields.tsx';
import styles from './edit.module.css';

interface MessageFieldsProps {
  readonly edit: DraftEdit;
  readonly draftId: TemplateDraftId;
}

/** What a marketing or utility template consists of. */
export function MessageFields({ edit, draftId }: MessageFieldsProps) {
  const { t } = useTranslation();
  const at = useProblemsAt(edit.shown);
  const { parts, parameterFormat, category } = edit.content;
  const { header, body, footer, buttons, cards } = parts;
  const isCarousel = cards.length > 0;
  return (
    <>
      {!isCarousel && (
        <HeaderFields
          header={header}
          format={parameterFormat}
          draftId={draftId}
          place="header"
          at={at}
          onChange={(next) => edit.changeParts({ header: next })}
        />
      )}
      <section className={styles['card']} aria-label={t('templates.places.body')}>
        <WordsFields
          label={t('templates.places.body')}
          limit={TEMPLATE_LIMITS.body}
          rows={5}
          text={body.text}
          examples={body.examples}
          format={parameterFormat}
          place="body"
          at={at}
          onChange={(text, examples) => edit.changeParts({ body: { ...body, text, examples } })}
        />
        {!isCarousel && (
          <TextField
            label={t('templates.editor.footer')}
            limit={TEMPLATE_LIMITS.footer}
            value={footer?.kind === 'text' ? footer.text : ''}
            problem={at('footer')}
            onChange={(text) =>
              edit.changeParts({ footer: text === '' ? null : { kind: 'text', text } })
            }
          />
        )}
      </section>
      {category === 'MARKETING' && !isCarousel && <OfferFields edit={edit} />}
      {!isCarousel && (
        <ButtonsFields
          buttons={buttons}
          place="buttons"
          at={at}
          onChange={(next) => edit.changeParts({ buttons: next })}
        />
      )}
      <CardsFields edit={edit} draftId={draftId} at={at} />
    </>
  );
}
