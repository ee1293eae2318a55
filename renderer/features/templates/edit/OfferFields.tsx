import { useTranslation } from 'react-i18next';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useProblemsAt } from './problems-at.ts';
import type { DraftEdit } from './use-draft.ts';
import styles from './edit.module.css';

/** A limited-time offer: a few words, and a clock if it ends. */
export function OfferFields({ edit }: { readonly edit: DraftEdit }) {
  const { t } = useTranslation();
  const at = useProblemsAt(edit.shown);
  const { offer } = edit.content.parts;
  return (
    <section className={styles['card']} aria-label={t('templates.places.offer')}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={offer !== null}
          onChange={(event) =>
            edit.changeParts({
              offer: event.target.checked ? { text: '', hasExpiration: false } : null,
            })
          }
        />
        {t('templates.editor.offer')}
      </label>
      {offer !== null && (
        <>
          <TextField
            label={t('templates.editor.offerWords')}
            limit={TEMPLATE_LIMITS.offer}
            value={offer.text}
            problem={at('offer')}
            onChange={(text) => edit.changeParts({ offer: { ...offer, text } })}
          />
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={offer.hasExpiration}
              onChange={(event) =>
                edit.changeParts({ offer: { ...offer, hasExpiration: event.target.checked } })
              }
            />
            {t('templates.editor.offerEnds')}
          </label>
        </>
      )}
    </section>
  );
}
