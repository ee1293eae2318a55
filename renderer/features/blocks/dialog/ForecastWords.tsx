import { useTranslation } from 'react-i18next';
import { ChevronDown, CircleCheck, CircleSlash } from 'lucide-react';
import type { BlockForecast } from '#shared/models/block.ts';
import styles from './BlockDialog.module.css';

interface ForecastWordsProps {
  readonly told: readonly BlockForecast[] | string | undefined;
  /** How many people are asked about. */
  readonly count: number;
}

/** Who can be blocked now, and why the others can't. */
export function ForecastWords({ told, count }: ForecastWordsProps) {
  const { t } = useTranslation();
  if (told === undefined) return <output>{t('blocks.ask.looking', { count })}</output>;
  if (typeof told === 'string') return <p role="alert">{told}</p>;
  const standing = told.filter(({ isBlocked }) => isBlocked);
  const able = told.filter(({ canBlock, isBlocked }) => canBlock && !isBlocked);
  const unable = told.filter(({ canBlock, isBlocked }) => !canBlock && !isBlocked);
  const [first] = able;
  return (
    <div className={styles['forecast']}>
      {first !== undefined && (
        <p className={styles['able']}>
          <CircleCheck aria-hidden="true" size={17} strokeWidth={1.75} />
          {t('blocks.ask.able', { count: able.length, name: first.name })}
        </p>
      )}
      {standing.length > 0 && (
        <p className={styles['unable']}>
          <CircleSlash aria-hidden="true" size={17} strokeWidth={1.75} />
          {t('blocks.ask.standing', { count: standing.length, name: standing[0]?.name })}
        </p>
      )}
      {[...Map.groupBy(unable, ({ reason }) => reason)].map(([reason, people]) => (
        <Unable key={reason} people={people} reason={reason} />
      ))}
    </div>
  );
}

/** So many are named at once; a longer list would say no more. */
const NAMED = 100;

function Unable({
  people,
  reason,
}: {
  readonly people: readonly BlockForecast[];
  readonly reason: string | null;
}) {
  const { t } = useTranslation();
  const [only, ...others] = people;
  if (only === undefined) return null;
  const head = t('blocks.ask.unable', { count: people.length, name: only.name });
  const line = (
    <>
      <CircleSlash aria-hidden="true" size={17} strokeWidth={1.75} />
      <span>
        {head} {reason}
      </span>
    </>
  );
  if (others.length === 0) return <p className={styles['unable']}>{line}</p>;
  const hidden = people.length - NAMED;
  return (
    <details className={styles['who']}>
      <summary className={styles['unable']}>
        {line}
        <ChevronDown aria-hidden="true" size={17} strokeWidth={1.75} className={styles['turn']} />
      </summary>
      <ul className={styles['names']}>
        {people.slice(0, NAMED).map(({ contactId, name }) => (
          <li key={contactId}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {hidden > 0 && <li>{t('blocks.andMore', { count: hidden })}</li>}
      </ul>
    </details>
  );
}
