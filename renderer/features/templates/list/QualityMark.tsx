import { useTranslation } from 'react-i18next';
import type { TemplateQuality } from '#shared/models/template.ts';
import styles from './list.module.css';

/** What WhatsApp makes of how people take a template; nothing while it does not know. */
export function QualityMark({ quality }: { readonly quality: TemplateQuality }) {
  const { t } = useTranslation();
  if (quality === 'UNKNOWN') return null;
  return (
    <span className={styles['quality']} data-quality={quality}>
      {t(`templates.qualities.${quality}`)}
    </span>
  );
}
