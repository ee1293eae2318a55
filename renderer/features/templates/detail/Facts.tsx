import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/models/template.ts';
import { momentText } from '../../../ui/time-text.ts';
import styles from './detail.module.css';

export function Facts({ template }: { readonly template: Template }) {
  const { t, i18n } = useTranslation();
  const { category, quality, lastUsedAt, syncedAt } = template;
  const time = (at: number) => momentText(at, i18n.language);
  const facts = [
    [t('templates.category'), t(`templates.categories.${category}`)],
    [t('templates.quality'), t(`templates.qualities.${quality}`)],
    [t('templates.lastUse'), lastUsedAt === null ? t('templates.neverUsed') : time(lastUsedAt)],
    [t('templates.confirmed'), time(syncedAt)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
