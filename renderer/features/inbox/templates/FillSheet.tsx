import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { Template } from '#shared/models/template.ts';
import { slotsOf } from '#shared/templates/slots.ts';
import { firstName, suggestValue } from '#shared/templates/suggest.ts';
import type { Addressee } from '#shared/templates/suggest.ts';
import { valueProblem } from '#shared/templates/values.ts';
import type { SlotValue, SlotValues } from '#shared/templates/values.ts';
import { call } from '../../../stores/core.ts';
import { sendPicked } from '../../../stores/template-picker.ts';
import { Button } from '../../../ui/Button.tsx';
import { SlotFields } from '../../../ui/template/SlotFields.tsx';
import { TemplatePreview } from '../../../ui/template/TemplatePreview.tsx';
import styles from './picker.module.css';

interface FillSheetProps {
  readonly chat: Chat;
  readonly template: Template;
  readonly onBack: () => void;
}

/** The values of one template for one person, with what they will see beside them. */
export function FillSheet({ chat, template, onBack }: FillSheetProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const slots = slotsOf(template.parts);
  const [values, setValues] = useState(() => suggested(template, addressee(chat, '')));
  const [email, setEmail] = useState('');
  const [hasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { id: contactId } = chat.contact;
  useEffect(() => {
    let isCurrent = true;
    async function load() {
      const profile = await call('contacts.profile', { contactId });
      if (isCurrent && profile.ok) setEmail(profile.data.email ?? '');
    }
    void load();
    return () => {
      isCurrent = false;
    };
  }, [contactId]);
  const person = addressee(chat, email);
  const ideas = [
    { label: t('templates.picker.ideas.firstName'), text: firstName(person.name) },
    { label: t('templates.picker.ideas.name'), text: person.name },
    { label: t('templates.picker.ideas.phone'), text: person.phone },
    { label: t('templates.picker.ideas.email'), text: person.email },
  ].filter(({ text }) => text !== '');

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (slots.some((slot) => valueProblem(slot, values[slot.key]) !== undefined)) {
      focusFirstProblem(element.current);
      return;
    }
    setSending(true);
    setFailure(await sendPicked(chat.id, template.id, values));
    setSending(false);
  }

  return (
    <form
      ref={element}
      noValidate
      className={styles['sheet']}
      onSubmit={(event) => void send(event)}
    >
      <SlotFields
        slots={slots}
        values={values}
        showsProblems={hasTried}
        ideas={ideas}
        onChange={setValues}
      />
      <TemplatePreview {...template} values={values} />
      <div className={styles['foot']}>
        <p role="alert" className={styles['failure']}>
          {failure}
        </p>
        <Button kind="quiet" onClick={onBack}>
          {t('templates.picker.other')}
        </Button>
        <Button kind="primary" type="submit" disabled={isSending}>
          {t('templates.picker.send', { name: chat.contact.name })}
        </Button>
      </div>
    </form>
  );
}

function addressee({ contact }: Chat, email: string): Addressee {
  return { name: contact.name, phone: contact.phone ?? '', email };
}

function suggested({ parts }: Template, person: Addressee): SlotValues {
  const values: [string, SlotValue][] = slotsOf(parts).flatMap((slot) => {
    const text = suggestValue(slot, parts, person);
    return text === '' ? [] : [[slot.key, { kind: 'text', text }]];
  });
  return Object.fromEntries(values);
}

/** After the fields know that they are wrong. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
