import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template, TemplateResults } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';
import styles from './detail.module.css';

/** What became of the messages of the last thirty days. */
export function Results({ template }: { readonly template: Template }) {
  const { t, i18n } = useTranslation();
  const [results, setResults] = useState<TemplateResults>();
  const { id } = template;
  useEffect(() => {
    let isCurrent = true;
    async function load() {
      const answer = await call('templates.results', { templateId: id });
      if (isCurrent && answer.ok) setResults(answer.data);
    }
    void load();
    return () => {
      isCurrent = false;
    };
  }, [id]);
  if (results === undefined || results.sent + results.failed === 0) return null;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section aria-labelledby="template-results" className={styles['card']}>
      <h3 id="template-results" className={styles['heading']}>
        {t('templates.results')}
      </h3>
      <dl className={styles['numbers']}>
        {(['sent', 'delivered', 'read', 'failed'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(`templates.result.${kind}`)}</dt>
            <dd>{number.format(results[kind])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
