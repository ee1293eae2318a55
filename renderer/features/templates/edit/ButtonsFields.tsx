import { useTranslation } from 'react-i18next';
import { Plus, Trash2 } from 'lucide-react';
import type { TemplateButton } from '#shared/models/template-parts.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { unreachable } from '#shared/unreachable.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ButtonFields } from './ButtonFields.tsx';
import styles from './edit.module.css';

const KINDS = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'VOICE_CALL'] as const;
type Kind = (typeof KINDS)[number];

interface ButtonsFieldsProps {
  readonly buttons: readonly TemplateButton[];
  readonly place: string;
  readonly kinds?: readonly Kind[];
  readonly at: (place: string) => string | undefined;
  readonly onChange: (buttons: readonly TemplateButton[]) => void;
}

/** What the customer can tap, from top to bottom. */
export function ButtonsFields({ buttons, place, kinds = KINDS, at, onChange }: ButtonsFieldsProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['card']} aria-label={t('templates.places.buttons')}>
      <h3 className={styles['heading']}>{t('templates.places.buttons')}</h3>
      {buttons.map((button, index) => (
        <fieldset key={index} className={styles['group']}>
          <legend>{t('templates.editor.buttonNumber', { number: index + 1 })}</legend>
          <ButtonFields
            button={button}
            place={`${place}.${index}`}
            at={at}
            onChange={(next) => onChange(buttons.with(index, next))}
          />
          <IconButton
            icon={Trash2}
            label={t('templates.editor.removeButton', { number: index + 1 })}
            onClick={() => onChange(buttons.toSpliced(index, 1))}
          />
        </fieldset>
      ))}
      <p role="alert" className={styles['problem']}>
        {at(place)}
      </p>
      {buttons.length < TEMPLATE_LIMITS.buttons && (
        <div className={styles['kinds']}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles['add']}
              onClick={() => onChange([...buttons, emptyButton(kind)])}
            >
              <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
              {t(`templates.buttons.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function emptyButton(kind: Kind): TemplateButton {
  switch (kind) {
    case 'URL':
      return { type: kind, text: '', url: '', example: '' };
    case 'PHONE_NUMBER':
      return { type: kind, text: '', phone: '' };
    case 'COPY_CODE':
      return { type: kind, example: '' };
    case 'QUICK_REPLY':
    case 'VOICE_CALL':
      return { type: kind, text: '' };
    default:
      return unreachable(kind);
  }
}
