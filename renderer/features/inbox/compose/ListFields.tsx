import { useTranslation } from 'react-i18next';
import { OUTGOING_LIMITS } from '#shared/outgoing/limits.ts';
import { EMPTY_ROW, replaced, without } from '../../../stores/composition-forms.ts';
import type { FormOf, SectionForm } from '../../../stores/composition-forms.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldsProps } from './FormFields.tsx';
import { GroupProblem } from './GroupProblem.tsx';
import { AddOne, TakeAway } from './OneMore.tsx';
import type { Problems } from './problems.ts';
import { QuestionFooter, QuestionTop } from './QuestionFields.tsx';
import { useProblemWords } from './use-problem-words.ts';
import styles from './compose.module.css';

const SECTIONS = 'interactive.action.sections';

export function ListFields(props: FieldsProps<FormOf<'list'>>) {
  const { form, problems, onChange } = props;
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  const { sections } = form;
  const rowCount = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const hasRoom = rowCount < OUTGOING_LIMITS.rows;
  return (
    <>
      <QuestionTop {...props} />
      <TextField
        label={t('compose.fields.opener')}
        value={form.opener}
        limit={OUTGOING_LIMITS.listButton}
        problem={wrong('interactive.action.button')}
        onChange={(opener) => onChange({ ...form, opener })}
      />
      {sections.map((section, index) => (
        <SectionFields
          key={index}
          section={section}
          number={index + 1}
          isOnly={sections.length === 1}
          hasRoom={hasRoom}
          problems={problems}
          onChange={(next) => onChange({ ...form, sections: replaced(sections, index, next) })}
          onRemove={() => onChange({ ...form, sections: without(sections, index) })}
        />
      ))}
      <GroupProblem words={wrong(SECTIONS)} />
      <p className={styles['lead']}>
        {t('compose.rowsUsed', { used: rowCount, limit: OUTGOING_LIMITS.rows })}
      </p>
      {hasRoom && (
        <AddOne
          label={t('compose.addSection')}
          onClick={() =>
            onChange({ ...form, sections: [...sections, { title: '', rows: [EMPTY_ROW] }] })
          }
        />
      )}
      <QuestionFooter {...props} />
    </>
  );
}

interface SectionFieldsProps {
  readonly section: SectionForm;
  readonly number: number;
  /** A list with one section needs no title for it. */
  readonly isOnly: boolean;
  readonly hasRoom: boolean;
  readonly problems: Problems;
  readonly onChange: (section: SectionForm) => void;
  readonly onRemove: () => void;
}

function SectionFields(props: SectionFieldsProps) {
  const { section, number, isOnly, hasRoom, problems, onChange, onRemove } = props;
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  const path = `${SECTIONS}.${number - 1}`;
  const { rows } = section;
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>
        {isOnly ? t('compose.fields.choices') : t('compose.fields.section', { number })}
      </legend>
      {!isOnly && (
        <TextField
          label={t('compose.fields.sectionTitle')}
          value={section.title}
          limit={OUTGOING_LIMITS.sectionTitle}
          problem={wrong(`${path}.title`)}
          onChange={(title) => onChange({ ...section, title })}
        >
          <TakeAway label={t('compose.removeSection', { number })} onClick={onRemove} />
        </TextField>
      )}
      {rows.map((row, index) => (
        <div key={index} className={styles['pair']}>
          <TextField
            label={t('compose.fields.row', { number: index + 1 })}
            value={row.title}
            limit={OUTGOING_LIMITS.rowTitle}
            problem={wrong(`${path}.rows.${index}.title`)}
            onChange={(title) =>
              onChange({ ...section, rows: replaced(rows, index, { ...row, title }) })
            }
          />
          <TextField
            label={t('compose.fields.rowDescription', { number: index + 1 })}
            value={row.description}
            limit={OUTGOING_LIMITS.rowDescription}
            problem={wrong(`${path}.rows.${index}.description`)}
            onChange={(description) =>
              onChange({ ...section, rows: replaced(rows, index, { ...row, description }) })
            }
          >
            {rows.length > 1 && (
              <TakeAway
                label={t('compose.removeRow', { number: index + 1 })}
                onClick={() => onChange({ ...section, rows: without(rows, index) })}
              />
            )}
          </TextField>
        </div>
      ))}
      {hasRoom && (
        <AddOne
          label={t('compose.addRow')}
          onClick={() => onChange({ ...section, rows: [...rows, EMPTY_ROW] })}
        />
      )}
    </fieldset>
  );
}
