import { useTranslation } from 'react-i18next';
import type { MergeRecord } from '#shared/models/merge.ts';
import { loadOlderMerges, undoMerge, useMerges } from '../../../stores/merges.ts';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/time-text.ts';
import styles from './DuplicatesScreen.module.css';

/** Who became one with whom, when and why, each with its way back. */
export function MergeHistory({ history }: { readonly history: readonly MergeRecord[] }) {
  const { t } = useTranslation();
  const hasOlder = useMerges((state) => state.hasOlder);
  return (
    <section aria-labelledby="merge-history" className={styles['section']}>
      <header>
        <h2 id="merge-history" className={styles['title']}>
          {t('merges.earlier.title')}
        </h2>
        <p className={styles['lead']}>{t('merges.earlier.lead')}</p>
      </header>
      <ul className={styles['merges']}>
        {history.map((merge) => (
          <Entry key={merge.id} merge={merge} />
        ))}
      </ul>
      {hasOlder && (
        <Button kind="quiet" onClick={() => void loadOlderMerges()}>
          {t('merges.earlier.older')}
        </Button>
      )}
    </section>
  );
}

function Entry({ merge }: { readonly merge: MergeRecord }) {
  const { t, i18n } = useTranslation();
  const { id, keptId, names, mergedBy, at, undoneAt, refusal } = merge;
  const when = momentText(at, i18n.language);
  return (
    <li className={styles['merge']}>
      <div className={styles['words']}>
        <a href={`#/contacts/${keptId}`} className={styles['pair']}>
          <bdi>{names[0]}</bdi> {t('merges.and')} <bdi>{names[1]}</bdi>
        </a>
        <p className={styles['meta']}>
          {t(`merges.earlier.${mergedBy}`, { when })}
          {undoneAt !== null &&
            ` · ${t('merges.earlier.undone', { when: momentText(undoneAt, i18n.language) })}`}
        </p>
        {refusal !== null && <p className={styles['meta']}>{refusal}</p>}
      </div>
      {undoneAt === null && refusal === null && (
        <Button
          kind="quiet"
          aria-label={t('merges.earlier.undoNamed', { one: names[0], other: names[1] })}
          onClick={() => void undoMerge(id)}
        >
          {t('merges.earlier.undo')}
        </Button>
      )}
    </li>
  );
}
