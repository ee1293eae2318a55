import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/models/block.ts';
import type { Contact } from '#shared/models/contact.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { askToUnblock } from '../../../stores/unblocking.ts';
import { Button } from '../../../ui/Button.tsx';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ContactProfile.module.css';

interface ProfileBlocksProps {
  readonly contact: Contact;
  /** The latest first. */
  readonly blocks: readonly Block[];
}

/** Every number of ours blocks for itself; what once was stays to be read. */
export function ProfileBlocks({ contact, blocks }: ProfileBlocksProps) {
  const { t } = useTranslation();
  const standing = blocks.filter(({ state }) => state === 'active');
  const past = blocks.filter(({ state }) => state !== 'active');
  return (
    <ProfileCard
      title={t('person.blocks')}
      action={
        <Button kind="text" className={styles['link']} onClick={() => askToBlock([contact.id])}>
          {t('person.block')}
        </Button>
      }
    >
      {standing.length === 0 && <p className={styles['nothing']}>{t('person.notBlocked')}</p>}
      <BlockList blocks={standing} />
      {past.length > 0 && (
        <details className={styles['past']}>
          <summary>{t('person.pastBlocks', { count: past.length })}</summary>
          <BlockList blocks={past} />
        </details>
      )}
    </ProfileCard>
  );
}

function BlockList({ blocks }: Pick<ProfileBlocksProps, 'blocks'>) {
  return (
    <ul className={styles['rows']}>
      {blocks.map((block) => (
        <li key={block.id}>
          <BlockRow block={block} />
        </li>
      ))}
    </ul>
  );
}

function BlockRow({ block }: { readonly block: Block }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const time = (at: number) => nearMomentText(at, now, i18n.language);
  const { state, reason, until, unblockedAt, unblockedBy, accountName: account } = block;
  return (
    <div className={styles['row']}>
      <div className={styles['rowWords']}>
        <p>{t(`timeline.blocked.${block.blockedBy}`, { account })}</p>
        {reason !== '' && <p dir="auto">{t('person.because', { reason })}</p>}
        <p className={styles['meta']}>
          {t('person.since', { time: time(block.blockedAt) })}
          {state === 'active' &&
            until !== null &&
            ` · ${t('person.blockUntil', { time: time(until) })}`}
        </p>
        {unblockedAt !== null && unblockedBy !== null && (
          <p className={styles['meta']}>
            {t(`timeline.unblocked.${unblockedBy}`, { account })} · {time(unblockedAt)}
          </p>
        )}
        {block.problem !== null && <p className={styles['problem']}>{block.problem}</p>}
      </div>
      {state === 'active' && (
        <Button
          kind="text"
          aria-label={t('person.unblockAt', { account })}
          onClick={() => void askToUnblock([block])}
        >
          {t('person.unblock')}
        </Button>
      )}
    </div>
  );
}
