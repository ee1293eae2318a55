import { useTranslation } from 'react-i18next';
import { ArrowLeft } from 'lucide-react';
import type { TemplateId } from '#shared/ids.ts';
import type { TemplateDetail } from '#shared/models/template.ts';
import { goToScreen } from '../../../stores/route.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { languageName } from '../../../ui/language-name.ts';
import { exampleValues } from '../../../ui/template/example-values.ts';
import { StatusMark } from '../../../ui/template/StatusMark.tsx';
import { TemplatePreview } from '../../../ui/template/TemplatePreview.tsx';
import { DetailActions } from './DetailActions.tsx';
import { Facts } from './Facts.tsx';
import { Notices } from './Notices.tsx';
import { Results } from './Results.tsx';
import { Timeline } from './Timeline.tsx';
import { useTemplateDetail } from './use-template-detail.ts';
import styles from './detail.module.css';

/** One template as Meta has it: what it looks like, how it fares, and what can be done with it. */
export function TemplateDetailPane({ id }: { readonly id: TemplateId }) {
  const loaded = useTemplateDetail(id);
  if (loaded.kind === 'loading') return null;
  if (loaded.kind === 'failed') {
    return (
      <p role="alert" className={styles['failure']}>
        {loaded.message}
      </p>
    );
  }
  return <Detail detail={loaded.detail} />;
}

function Detail({ detail }: { readonly detail: TemplateDetail }) {
  const { t, i18n } = useTranslation();
  const { template, siblings, events } = detail;
  const { name, language, status, parameterFormat, parts } = template;
  return (
    <div className={styles['detail']}>
      <header className={styles['header']}>
        <IconButton
          icon={ArrowLeft}
          label={t('templates.back')}
          className={styles['back']}
          onClick={() => goToScreen('templates')}
        />
        <div className={styles['names']}>
          <h2 className={styles['title']}>{name}</h2>
          <p className={styles['under']}>
            {languageName(language, i18n.language)} <StatusMark status={status} />
          </p>
        </div>
        <DetailActions detail={detail} />
      </header>
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Notices detail={detail} />
          <Facts template={template} />
          <Results key={template.lastUsedAt} template={template} />
          {siblings.length > 0 && (
            <section aria-labelledby="template-siblings" className={styles['card']}>
              <h3 id="template-siblings" className={styles['heading']}>
                {t('templates.siblings')}
              </h3>
              <ul className={styles['siblings']}>
                {siblings.map((sibling) => (
                  <li key={sibling.id}>
                    <a href={`#/templates/${sibling.id}`}>
                      {languageName(sibling.language, i18n.language)}
                    </a>{' '}
                    <StatusMark status={sibling.status} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Timeline events={events} />
        </div>
        <div className={styles['side']}>
          <h3 className={styles['heading']}>{t('templates.whatTheySee')}</h3>
          <TemplatePreview
            name={name}
            language={language}
            parameterFormat={parameterFormat}
            parts={parts}
            values={exampleValues(parts)}
          />
        </div>
      </div>
    </div>
  );
}
