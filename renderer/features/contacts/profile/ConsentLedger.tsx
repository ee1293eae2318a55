import { useTranslation } from 'react-i18next';
import { readEvidence } from '#shared/consent-evidence.ts';
import type { ConsentEntry } from '#shared/models/consent.ts';
import { unreachable } from '#shared/unreachable.ts';
import { knownSource } from '../../../person/consent-source.ts';
import { momentText } from '../../../ui/time-text.ts';
import styles from './ProfileConsent.module.css';

/** Everything they ever said about offers, the latest first, with what proves it. */
export function ConsentLedger({ entries }: { readonly entries: readonly ConsentEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <ol aria-label={t('consent.ledger')} className={styles['ledger']}>
      {entries.map((entry) => (
        <li key={`${entry.kind} ${entry.source} ${entry.at}`} className={styles['entry']}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: ConsentEntry }) {
  const { t, i18n } = useTranslation();
  const source = knownSource(entry.source);
  const evidence = useEvidenceWords(entry.evidence);
  return (
    <>
      <p>
        <strong>{t(`consent.kind.${entry.kind}`)}</strong>{' '}
        {source === undefined ? entry.source : t(`consent.source.${source}`)}
      </p>
      {evidence !== undefined && <p dir="auto">{evidence}</p>}
      <time className={styles['time']}>{momentText(entry.at, i18n.language)}</time>
    </>
  );
}

function useEvidenceWords(evidence: string): string | undefined {
  const { t } = useTranslation();
  const read = readEvidence(evidence);
  switch (read.kind) {
    case 'said':
      return `“${read.text}”`;
    case 'reason':
      return read.text;
    case 'row':
      return t('consent.row', { file: read.file, row: read.row, value: read.value });
    case 'none':
      return undefined;
    default:
      return unreachable(read);
  }
}
