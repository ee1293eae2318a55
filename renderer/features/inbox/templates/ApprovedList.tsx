import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId, TemplateId } from '#shared/ids.ts';
import type { Template, TemplateSummary } from '#shared/models/template.ts';
import { findApproved, readTemplate } from '../../../stores/template-picker.ts';
import { languageName } from '../../../ui/language-name.ts';
import styles from './picker.module.css';

interface ApprovedListProps {
  readonly accountId: AccountId;
  readonly onChoose: (template: Template) => void;
}

/** What can be sent now, found as one types. */
export function ApprovedList({ accountId, onChoose }: ApprovedListProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly TemplateSummary[]>();
  useEffect(() => {
    let isCurrent = true;
    async function find() {
      const templates = await findApproved(accountId, text);
      if (isCurrent) setFound(templates);
    }
    void find();
    return () => {
      isCurrent = false;
    };
  }, [accountId, text]);

  async function choose(id: TemplateId) {
    const template = await readTemplate(id);
    if (template !== undefined) onChoose(template);
  }

  return (
    <div className={styles['picker']}>
      <input
        type="search"
        dir="auto"
        aria-label={t('templates.picker.search')}
        placeholder={t('templates.picker.search')}
        className={styles['search']}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found?.length === 0 && <p className={styles['none']}>{t('templates.picker.none')}</p>}
      <ul className={styles['list']}>
        {found?.map(({ id, name, language, beginning, category }) => (
          <li key={id}>
            <button type="button" className={styles['row']} onClick={() => void choose(id)}>
              <span className={styles['name']}>{name}</span>
              <span className={styles['facts']}>
                {languageName(language, i18n.language)} · {t(`templates.categories.${category}`)}
              </span>
              <span dir="auto" className={styles['beginning']}>
                {beginning}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
