import { useTranslation } from 'react-i18next';
import { OUTGOING_LIMITS } from '#shared/outgoing/limits.ts';
import type { FormOf } from '../../../stores/composition-forms.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldsProps } from './FormFields.tsx';
import { useProblemWords } from './use-problem-words.ts';

type Question = FormOf<'buttons' | 'list' | 'link'>;

/** The heading and the words above what can be tapped. */
export function QuestionTop<Part extends Question>({
  form,
  problems,
  onChange,
}: FieldsProps<Part>) {
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  return (
    <>
      <TextField
        label={t('compose.fields.heading')}
        value={form.heading}
        limit={OUTGOING_LIMITS.heading}
        problem={wrong('interactive.header.text')}
        onChange={(heading) => onChange({ ...form, heading })}
      />
      <TextField
        label={t('compose.fields.body')}
        rows={3}
        value={form.body}
        limit={OUTGOING_LIMITS.question}
        problem={wrong('interactive.body.text')}
        onChange={(body) => onChange({ ...form, body })}
      />
    </>
  );
}

/** The small print under the words. */
export function QuestionFooter<Part extends Question>({
  form,
  problems,
  onChange,
}: FieldsProps<Part>) {
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  return (
    <TextField
      label={t('compose.fields.footer')}
      value={form.footer}
      limit={OUTGOING_LIMITS.footer}
      problem={wrong('interactive.footer.text')}
      onChange={(footer) => onChange({ ...form, footer })}
    />
  );
}

export function LinkFields(props: FieldsProps<FormOf<'link'>>) {
  const { form, problems, onChange } = props;
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  const parameters = 'interactive.action.parameters';
  return (
    <>
      <QuestionTop {...props} />
      <TextField
        label={t('compose.fields.linkTitle')}
        value={form.title}
        limit={OUTGOING_LIMITS.linkTitle}
        problem={wrong(`${parameters}.display_text`)}
        onChange={(title) => onChange({ ...form, title })}
      />
      <TextField
        label={t('compose.fields.url')}
        dir="ltr"
        placeholder="https://"
        value={form.url}
        problem={wrong(`${parameters}.url`)}
        onChange={(url) => onChange({ ...form, url })}
      />
      <QuestionFooter {...props} />
    </>
  );
}

export function AskFields({
  form,
  problems,
  onChange,
}: FieldsProps<FormOf<'askLocation' | 'askContact'>>) {
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  return (
    <TextField
      label={t('compose.fields.body')}
      rows={3}
      value={form.body}
      limit={OUTGOING_LIMITS.question}
      problem={wrong('interactive.body.text')}
      onChange={(body) => onChange({ ...form, body })}
    />
  );
}
