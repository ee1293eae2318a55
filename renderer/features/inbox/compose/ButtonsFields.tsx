import { useTranslation } from 'react-i18next';
import { OUTGOING_LIMITS } from '#shared/outgoing/limits.ts';
import { replaced, without } from '../../../stores/composition-forms.ts';
import type { FormOf } from '../../../stores/composition-forms.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldsProps } from './FormFields.tsx';
import { GroupProblem } from './GroupProblem.tsx';
import { AddOne, TakeAway } from './OneMore.tsx';
import { QuestionFooter, QuestionTop } from './QuestionFields.tsx';
import { useProblemWords } from './use-problem-words.ts';
import styles from './compose.module.css';

export function ButtonsFields(props: FieldsProps<FormOf<'buttons'>>) {
  const { form, problems, onChange } = props;
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  const buttons = 'interactive.action.buttons';
  const { titles } = form;
  return (
    <>
      <QuestionTop {...props} />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('compose.fields.buttons')}</legend>
        {titles.map((title, index) => (
          <TextField
            key={index}
            label={t('compose.fields.button', { number: index + 1 })}
            value={title}
            limit={OUTGOING_LIMITS.buttonTitle}
            problem={wrong(`${buttons}.${index}.reply.title`)}
            onChange={(next) => onChange({ ...form, titles: replaced(titles, index, next) })}
          >
            {titles.length > 1 && (
              <TakeAway
                label={t('compose.removeButton', { number: index + 1 })}
                onClick={() => onChange({ ...form, titles: without(titles, index) })}
              />
            )}
          </TextField>
        ))}
        <GroupProblem words={wrong(buttons)} />
        {titles.length < OUTGOING_LIMITS.buttons && (
          <AddOne
            label={t('compose.addButton')}
            onClick={() => onChange({ ...form, titles: [...titles, ''] })}
          />
        )}
      </fieldset>
      <QuestionFooter {...props} />
    </>
  );
}
