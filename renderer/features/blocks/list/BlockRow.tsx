import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PencilLine, ShieldBan, ShieldOff } from 'lucide-react';
import type { Block } from '#shared/models/block.ts';
import { askToChange } from '../../../stores/block-change.ts';
import { toggleBlock, useBlockList } from '../../../stores/block-list.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { askToUnblock } from '../../../stores/unblocking.ts';
import { phoneText } from '../../../ui/contact-text.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BlockTimes } from './BlockTimes.tsx';
import { useBlockWords } from './use-block-words.ts';
import styles from './BlockRow.module.css';

interface BlockRowProps {
  readonly block: Block;
  readonly isTabStop: boolean;
  readonly showsNumber: boolean;
}

/** One block: who, why, by whom, since when and until when. */
export const BlockRow = memo(function BlockRow({ block, isTabStop, showsNumber }: BlockRowProps) {
  const { t } = useTranslation();
  const { actor, ending } = useBlockWords(block);
  const isActive = block.state === 'active';
  const isChosen = useBlockList((state) => state.chosen.has(block.id));
  const more = block.problem ?? ending;
  const number = showsNumber ? block.accountName : null;
  return (
    <div className={styles['row']} data-chosen={isChosen}>
      {isActive ? (
        <input
          type="checkbox"
          data-focus
          checked={isChosen}
          tabIndex={isTabStop ? 0 : -1}
          aria-label={t('blocks.screen.choose', { name: block.name })}
          className={styles['check']}
          onChange={() => toggleBlock(block.id)}
        />
      ) : (
        <span />
      )}
      <Who block={block} isTabStop={isTabStop} number={number} />
      <div className={styles['why']} title={[block.reason, more ?? ''].join('\n').trim()}>
        <Hidden>{t('blocks.screen.why')}: </Hidden>
        <span className={styles['reason']} data-none={block.reason === ''}>
          {block.reason === '' ? t('blocks.screen.noReason') : <bdi>{block.reason}</bdi>}
        </span>
        <span className={styles['more']}>{more}</span>
        <span className={styles['byBelow']}>{actor}</span>
      </div>
      <span className={styles['by']}>
        <Hidden>{t('blocks.screen.by')}: </Hidden>
        {actor}
      </span>
      <BlockTimes block={block} />
      <RowButtons block={block} isTabStop={isTabStop} />
    </div>
  );
});

interface WhoProps {
  readonly block: Block;
  readonly isTabStop: boolean;
  /** Which of our numbers has blocked them, where there are several. */
  readonly number: string | null;
}

function Who({ block, isTabStop, number }: WhoProps) {
  const { contactId, name, phone, state } = block;
  const under = [phone === null || phone === name ? null : phoneText(phone), number]
    .filter((part) => part !== null)
    .join(' · ');
  const shown = <bdi>{name === phone ? phoneText(name) : name}</bdi>;
  return (
    <div className={styles['who']}>
      {contactId === null ? (
        <span className={styles['name']}>{shown}</span>
      ) : (
        <a
          href={`#/contacts/${contactId}`}
          tabIndex={isTabStop ? 0 : -1}
          data-focus={state === 'active' ? undefined : true}
          className={styles['name']}
        >
          {shown}
        </a>
      )}
      <span className={styles['under']}>{under}</span>
    </div>
  );
}

function RowButtons({ block, isTabStop }: { readonly block: Block; readonly isTabStop: boolean }) {
  const { t } = useTranslation();
  const { name, contactId, accountId, state } = block;
  const tabIndex = isTabStop ? 0 : -1;
  if (state === 'active') {
    return (
      <span className={styles['buttons']}>
        <IconButton
          icon={PencilLine}
          label={t('blocks.screen.changeWho', { name })}
          tabIndex={tabIndex}
          onClick={() => askToChange(block)}
        />
        <IconButton
          icon={ShieldOff}
          label={t('blocks.screen.unblockWho', { name })}
          tabIndex={tabIndex}
          onClick={() => void askToUnblock([block])}
        />
      </span>
    );
  }
  return (
    <span className={styles['buttons']}>
      {contactId !== null && state !== 'changed' && (
        <IconButton
          icon={ShieldBan}
          label={t('blocks.screen.blockAgain', { name })}
          tabIndex={tabIndex}
          onClick={() => askToBlock([contactId], accountId)}
        />
      )}
    </span>
  );
}
