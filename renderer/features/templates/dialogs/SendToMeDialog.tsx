import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/models/template.ts';
import { slotsOf } from '#shared/templates/slots.ts';
import { valueProblem } from '#shared/templates/values.ts';
import { call } from '../../../stores/core.ts';
import { announce } from '../../../stores/live-text.ts';
import { goToChat } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { exampleValues } from '../../../ui/template/example-values.ts';
import { SlotFields } from '../../../ui/template/SlotFields.tsx';
import { TemplatePreview } from '../../../ui/template/TemplatePreview.tsx';
import styles from './dialogs.module.css';

interface SendToMeDialogProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** Sends a template to the owner’s own phone, with the examples as values unless they are changed. */
export function SendToMeDialog({ template, onClose }: SendToMeDialogProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => exampleValues(template.parts));
  const [phone, setPhone] = useState('');
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const slots = slotsOf(template.parts);
  useEffect(() => {
    async function remember() {
      const result = await call('templates.testPhone', {});
      if (result.ok && result.data !== null) setPhone(result.data);
    }
    void remember();
  }, []);

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (slots.some((slot) => valueProblem(slot, values[slot.key]) !== undefined)) return undefined;
    const wanted = phone.replaceAll(/[\s().-]/gu, '');
    const result = await call('templates.sendTest', {
      templateId: template.id,
      values,
      phone: wanted,
    });
    if (!result.ok) return setFailure(result.error.message);
    onClose();
    announce(t('templates.testing.sent'));
    return goToChat(result.data);
  }

  return (
    <Dialog title={t('templates.sendToMe')} size="wide" isOpen onClose={onClose}>
      <form noValidate className={styles['sheet']} onSubmit={(event) => void send(event)}>
        <div className={styles['body']}>
          <TextField
            label={t('templates.testing.phone')}
            hint={t('templates.testing.hint')}
            dir="ltr"
            value={phone}
            onChange={setPhone}
          />
          <SlotFields slots={slots} values={values} showsProblems={hasTried} onChange={setValues} />
        </div>
        <TemplatePreview {...template} values={values} />
        <div className={styles['wideFoot']}>
          <p role="alert" className={styles['failure']}>
            {failure}
          </p>
          <Button kind="primary" type="submit">
            {t('templates.testing.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
