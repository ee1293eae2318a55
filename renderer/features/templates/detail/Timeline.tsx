import { useTranslation } from 'react-i18next';
import type { TemplateEvent } from '#shared/models/template.ts';
import { categoryOf, qualityOf, statusOf } from '#shared/templates/read-meta.ts';
import { unreachable } from '#shared/unreachable.ts';
import { momentText } from '../../../ui/time-text.ts';
import styles from './detail.module.css';

/** What happened to a template, the newest first. */
export function Timeline({ events }: { readonly events: readonly TemplateEvent[] }) {
  const { t, i18n } = useTranslation();
  const words = useEventWords();
  return (
    <section aria-labelledby="template-timeline" className={styles['card']}>
      <h3 id="template-timeline" className={styles['heading']}>
        {t('templates.timeline')}
      </h3>
      <ol className={styles['timeline']}>
        {events.map((event, index) => (
          <li key={index}>
            <time dateTime={new Date(event.at).toISOString()}>
              {momentText(event.at, i18n.language)}
            </time>
            <span>{words(event)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useEventWords(): (event: TemplateEvent) => string {
  const { t } = useTranslation();
  return ({ kind, before, after }) => {
    switch (kind) {
      case 'status': {
        const status = t(`templates.statuses.${statusOf(after)}`);
        return t(before === null ? 'templates.happened.found' : 'templates.happened.status', {
          status,
        });
      }
      case 'quality':
        return t('templates.happened.quality', {
          quality: t(`templates.qualities.${qualityOf(after)}`),
        });
      case 'category':
        return t('templates.happened.category', {
          category: t(`templates.categories.${categoryOf(after)}`),
        });
      case 'edited':
        return t('templates.happened.edited');
      default:
        return unreachable(kind);
    }
  };
}
