import { useTranslation } from 'react-i18next';
import type { TemplateButton } from '#shared/models/template-parts.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { variablesIn } from '#shared/templates/variables.ts';
import { TextField } from '../../../ui/TextField.tsx';

interface ButtonFieldsProps {
  readonly button: TemplateButton;
  readonly place: string;
  readonly at: (place: string) => string | undefined;
  readonly onChange: (button: TemplateButton) => void;
}

/** One button of a template. */
export function ButtonFields({ button, place, at, onChange }: ButtonFieldsProps) {
  const { t } = useTranslation();
  if (button.type === 'OTHER' || button.type === 'OTP') {
    return <p>{t('templates.editor.keptButton', { title: button.text })}</p>;
  }
  if (button.type === 'COPY_CODE') {
    return (
      <TextField
        label={t('templates.editor.codeExample')}
        limit={TEMPLATE_LIMITS.code}
        dir="ltr"
        value={button.example}
        problem={at(`${place}.example`)}
        onChange={(example) => onChange({ ...button, example })}
      />
    );
  }
  return (
    <>
      <TextField
        label={t(`templates.buttons.${button.type}`)}
        limit={TEMPLATE_LIMITS.buttonText}
        value={button.text}
        problem={at(`${place}.text`)}
        onChange={(text) => onChange({ ...button, text })}
      />
      {button.type === 'URL' && (
        <TextField
          label={t('templates.editor.url')}
          hint={t('templates.editor.urlHint', { curlyOne: '{{1}}' })}
          dir="ltr"
          limit={TEMPLATE_LIMITS.url}
          value={button.url}
          problem={at(`${place}.url`)}
          onChange={(url) => onChange({ ...button, url })}
        />
      )}
      {button.type === 'URL' && variablesIn(button.url).length > 0 && (
        <TextField
          label={t('templates.editor.urlExample')}
          dir="ltr"
          value={button.example}
          problem={at(`${place}.example`)}
          onChange={(example) => onChange({ ...button, example })}
        />
      )}
      {button.type === 'PHONE_NUMBER' && (
        <TextField
          label={t('templates.editor.phone')}
          dir="ltr"
          limit={TEMPLATE_LIMITS.phone}
          value={button.phone}
          problem={at(`${place}.phone`)}
          onChange={(phone) => onChange({ ...button, phone })}
        />
      )}
    </>
  );
}
