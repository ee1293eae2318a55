import { useTranslation } from 'react-i18next';
import type { ContactImport } from '#shared/models/contact-import.ts';
import { isAtWork, undoImport, useImports } from '../../../stores/imports.ts';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { Card } from './Card.tsx';
import styles from './EarlierImports.module.css';

/** The imports so far, each with its way back. */
export function EarlierImports() {
  const { t } = useTranslation();
  const all = useImports((state) => state.all);
  if (all === undefined || all.length === 0) return null;
  return (
    <Card title={t('imports.earlier.title')} lead={t('imports.earlier.lead')}>
      <ul className={styles['list']}>
        {all.map((each) => (
          <EarlierImport key={each.id} import={each} />
        ))}
      </ul>
    </Card>
  );
}

function EarlierImport({ import: each }: { readonly import: ContactImport }) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  const { id, fileName, startedAt, counts, kept, state } = each;
  const figures = {
    created: numbers.format(counts.created),
    updated: numbers.format(counts.updated),
    rejected: numbers.format(counts.rejected),
    count: kept,
  };
  return (
    <li className={styles['import']}>
      <div className={styles['words']}>
        <a href={`#/contacts/import/${id}`} dir="auto" className={styles['file']}>
          {fileName}
        </a>
        <p className={styles['meta']}>
          {momentText(startedAt, i18n.language)} ·{' '}
          {t(
            state === 'undone' && kept > 0
              ? 'imports.earlier.undoneKept'
              : `imports.earlier.${state}`,
            figures,
          )}
        </p>
      </div>
      {state === 'done' && (
        <Button
          kind="quiet"
          aria-label={t('imports.earlier.undoNamed', { name: fileName })}
          onClick={() => void undoImport(each)}
        >
          {t('imports.earlier.undo')}
        </Button>
      )}
      {isAtWork(each) && <span className={styles['meta']}>{t('imports.earlier.atWork')}</span>}
    </li>
  );
}
