import { useTranslation } from 'react-i18next';
import { LayoutTemplate } from 'lucide-react';
import type { TemplateDraft, TemplateSummary } from '#shared/models/template.ts';
import { useRoute } from '../../../stores/route.ts';
import { loadMoreTemplates, useTemplates } from '../../../stores/templates.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState, EmptyStateActions } from '../../../ui/EmptyState.tsx';
import { languageName } from '../../../ui/language-name.ts';
import { StatusMark } from '../../../ui/template/StatusMark.tsx';
import { rowTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { QualityMark } from './QualityMark.tsx';
import styles from './list.module.css';

/** The languages of one name stand together under it; drafts of new templates stand first. */
export function TemplateRows({ onNew }: { readonly onNew: () => void }) {
  const { t } = useTranslation();
  const rows = useTemplates((state) => state.rows);
  const drafts = useTemplates((state) => state.drafts);
  const text = useTemplates((state) => state.text);
  const nextCursor = useTemplates((state) => state.nextCursor);
  const fresh = drafts.filter(({ templateId }) => templateId === null);
  if (rows === undefined) return <div className={styles['rows']} />;
  if (rows.length === 0 && text !== '') {
    return <p className={styles['nothing']}>{t('templates.nothingFound', { text })}</p>;
  }
  if (rows.length === 0 && fresh.length === 0) {
    return (
      <EmptyState icon={LayoutTemplate} title={t('templates.none')}>
        <p>{t('templates.empty')}</p>
        <EmptyStateActions>
          <Button kind="quiet" onClick={onNew}>
            {t('templates.new')}
          </Button>
        </EmptyStateActions>
      </EmptyState>
    );
  }
  return (
    <div className={styles['rows']}>
      {fresh.length > 0 && text === '' && (
        <section aria-labelledby="template-drafts">
          <h2 id="template-drafts" className={styles['group']}>
            {t('templates.drafts')}
          </h2>
          <ul>
            {fresh.map((draft) => (
              <li key={draft.id}>
                <DraftRow draft={draft} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {[...Map.groupBy(rows, ({ name }) => name)].map(([name, languages]) => (
        <section key={name} aria-label={name} className={styles['set']}>
          <h2 className={styles['name']}>{name}</h2>
          <ul>
            {languages.map((template) => (
              <li key={template.id}>
                <TemplateRow template={template} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {nextCursor !== null && (
        <Button kind="text" onClick={() => void loadMoreTemplates()}>
          {t('templates.more')}
        </Button>
      )}
    </div>
  );
}

function TemplateRow({ template }: { readonly template: TemplateSummary }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const isHere = useRoute((state) => state.path === String(template.id));
  const { lastUsedAt, language } = template;
  return (
    <a
      href={`#/templates/${template.id}`}
      aria-current={isHere ? 'page' : undefined}
      className={styles['row']}
    >
      <span className={styles['line']}>
        <span className={styles['language']}>{languageName(language, i18n.language)}</span>
        <StatusMark status={template.status} />
      </span>
      <span dir="auto" className={styles['beginning']}>
        {template.beginning}
      </span>
      <span className={styles['facts']}>
        <span>{t(`templates.categories.${template.category}`)}</span>
        <QualityMark quality={template.quality} />
        {template.hasDraft && <span className={styles['draft']}>{t('templates.hasDraft')}</span>}
        <span className={styles['used']}>
          {lastUsedAt === null
            ? t('templates.neverUsed')
            : t('templates.usedAt', { time: rowTimeText(lastUsedAt, now, i18n.language) })}
        </span>
      </span>
    </a>
  );
}

function DraftRow({ draft }: { readonly draft: TemplateDraft }) {
  const { t, i18n } = useTranslation();
  const isHere = useRoute((state) => state.path === `draft/${draft.id}`);
  const { name, language, parts } = draft.content;
  return (
    <a
      href={`#/templates/draft/${draft.id}`}
      aria-current={isHere ? 'page' : undefined}
      className={styles['row']}
    >
      <span className={styles['line']}>
        <span className={styles['language']}>{name === '' ? t('templates.unnamed') : name}</span>
        <span className={styles['draft']}>{t('templates.draft')}</span>
      </span>
      <span dir="auto" className={styles['beginning']}>
        {parts.body.text === '' ? languageName(language, i18n.language) : parts.body.text}
      </span>
    </a>
  );
}
