import { useTranslation } from 'react-i18next';
import { Plus, Trash2 } from 'lucide-react';
import { OTP_KINDS } from '#shared/models/template-parts.ts';
import type { OtpApp, TemplateButton } from '#shared/models/template-parts.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Choice } from './Choice.tsx';
import { useProblemsAt } from './problems-at.ts';
import type { DraftEdit } from './use-draft.ts';
import styles from './edit.module.css';

type Otp = Extract<TemplateButton, { type: 'OTP' }>;

const NEW_OTP: Otp = { type: 'OTP', otp: 'COPY_CODE', text: '', autofillText: '', apps: [] };

/** A code to sign in with: Meta writes the words, the owner says how the code gets where it is needed. */
export function AuthenticationFields({ edit }: { readonly edit: DraftEdit }) {
  const { t } = useTranslation();
  const at = useProblemsAt(edit.shown);
  const { body, footer, buttons } = edit.content.parts;
  const button = buttons.find((one) => one.type === 'OTP') ?? NEW_OTP;
  const write = (change: Partial<Otp>) => edit.changeParts({ buttons: [{ ...button, ...change }] });
  return (
    <section className={styles['card']} aria-label={t('templates.categories.AUTHENTICATION')}>
      <p className={styles['hint']}>{t('templates.editor.authLead')}</p>
      <Choice
        label={t('templates.editor.otp')}
        value={button.otp}
        hint={t(`templates.otpHints.${button.otp}`)}
        options={OTP_KINDS.map((kind) => ({ value: kind, words: t(`templates.otp.${kind}`) }))}
        onChange={(otp) => write({ otp })}
      />
      <TextField
        label={t('templates.editor.otpText')}
        limit={TEMPLATE_LIMITS.buttonText}
        placeholder={t('templates.editor.otpTextUsual')}
        value={button.text}
        problem={at('buttons') ?? at('buttons.0.text')}
        onChange={(text) => write({ text })}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={body.addSecurityRecommendation}
          onChange={(event) =>
            edit.changeParts({
              body: { ...body, addSecurityRecommendation: event.target.checked },
            })
          }
        />
        {t('templates.editor.security')}
      </label>
      <TextField
        label={t('templates.editor.minutes')}
        hint={t('templates.editor.minutesHint')}
        dir="ltr"
        value={footer?.kind === 'expiry' ? String(footer.minutes) : ''}
        problem={at('footer')}
        onChange={(text) =>
          edit.changeParts({
            footer: text.trim() === '' ? null : { kind: 'expiry', minutes: Number(text) },
          })
        }
      />
      {button.otp !== 'COPY_CODE' && (
        <Apps
          apps={button.apps}
          problem={at('buttons.0.apps')}
          onChange={(apps) => write({ apps })}
        />
      )}
    </section>
  );
}

interface AppsProps {
  readonly apps: readonly OtpApp[];
  readonly problem: string | undefined;
  readonly onChange: (apps: readonly OtpApp[]) => void;
}

function Apps({ apps, problem, onChange }: AppsProps) {
  const { t } = useTranslation();
  return (
    <>
      {apps.map((app, index) => (
        <fieldset key={index} className={styles['group']}>
          <legend>{t('templates.editor.appNumber', { number: index + 1 })}</legend>
          {(['packageName', 'signatureHash'] as const).map((field) => (
            <TextField
              key={field}
              label={t(`templates.editor.${field}`)}
              dir="ltr"
              value={app[field]}
              onChange={(text) => onChange(apps.with(index, { ...app, [field]: text.trim() }))}
            />
          ))}
          <IconButton
            icon={Trash2}
            label={t('templates.editor.removeApp', { number: index + 1 })}
            onClick={() => onChange(apps.toSpliced(index, 1))}
          />
        </fieldset>
      ))}
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <button
        type="button"
        className={styles['add']}
        onClick={() => onChange([...apps, { packageName: '', signatureHash: '' }])}
      >
        <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
        {t('templates.editor.addApp')}
      </button>
    </>
  );
}
