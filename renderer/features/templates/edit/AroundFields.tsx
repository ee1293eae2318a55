import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TEMPLATE_CATEGORIES } from '#shared/models/template.ts';
import { TEMPLATE_LIMITS } from '#shared/templates/limits.ts';
import { languageChoices } from '../../../ui/languages.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { Choice } from './Choice.tsx';
import { useProblemsAt } from './problems-at.ts';
import type { DraftEdit } from './use-draft.ts';
import styles from './edit.module.css';

interface AroundFieldsProps {
  readonly edit: DraftEdit;
  /** Then its name and language are as they are. */
  readonly isAtMeta: boolean;
}

/** The template’s name, language and category. */
export function AroundFields({ edit, isAtMeta }: AroundFieldsProps) {
  const { t, i18n } = useTranslation();
  const fixedId = useId();
  const at = useProblemsAt(edit.shown);
  const { name, language, category } = edit.content;
  const languages = languageChoices(i18n.language, language.replace('_', '-'));
  return (
    <section className={styles['card']} aria-label={t('templates.editor.around')}>
      {isAtMeta ? (
        <p id={fixedId}>{t('templates.editor.fixed', { name })}</p>
      ) : (
        <>
          <TextField
            label={t('templates.name')}
            hint={t('templates.editor.nameHint')}
            dir="ltr"
            limit={TEMPLATE_LIMITS.name}
            value={name}
            problem={at('name')}
            onChange={(text) => edit.change({ name: asName(text) })}
          />
          <Choice
            label={t('templates.language')}
            value={language.replace('_', '-')}
            options={languages.map(({ code, name: words }) => ({ value: code, words }))}
            onChange={(code) => edit.change({ language: code.replace('-', '_') })}
          />
        </>
      )}
      <Choice
        label={t('templates.category')}
        value={category}
        hint={t(`templates.categoryHints.${category}`)}
        options={TEMPLATE_CATEGORIES.map((value) => ({
          value,
          words: t(`templates.categories.${value}`),
        }))}
        onChange={edit.changeCategory}
      />
    </section>
  );
}

/** As Meta wants names, so that nobody has to know how. */
function asName(text: string): string {
  return text.toLowerCase().replaceAll(/[\s-]+/gu, '_');
}
