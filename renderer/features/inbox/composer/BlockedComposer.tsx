import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/models/block.ts';
import type { Chat } from '#shared/models/chat.ts';
import { standingBlock } from '../../../stores/block-chat.ts';
import { useBlockChanges } from '../../../stores/block-changes.ts';
import { askToUnblock } from '../../../stores/unblocking.ts';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { ClosedComposer } from './ClosedComposer.tsx';

/** Says who blocked the person, when and why, and lets them in again. */
export function BlockedComposer({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const block = useStandingBlock(chat);
  return (
    <ClosedComposer chat={chat} reason="blocked">
      {block !== undefined && (
        <>
          <Facts block={block} />
          <p>
            <Button kind="text" onClick={() => void askToUnblock([block])}>
              {t('blocks.menu.unblock')}
            </Button>
          </p>
        </>
      )}
    </ClosedComposer>
  );
}

function Facts({ block }: { readonly block: Block }) {
  const { t, i18n } = useTranslation();
  const { blockedBy, blockedAt, reason, until, name } = block;
  const time = momentText(blockedAt, i18n.language);
  const isKnown = blockedBy === 'owner' || blockedBy === 'api' || blockedBy === 'elsewhere';
  return (
    <>
      <p>{t(`blocks.composer.by.${isKnown ? blockedBy : 'other'}`, { name, time })}</p>
      {reason !== '' && <p dir="auto">{t('blocks.composer.reason', { reason })}</p>}
      {until !== null && (
        <p>{t('blocks.composer.until', { time: momentText(until, i18n.language) })}</p>
      )}
    </>
  );
}

function useStandingBlock(chat: Chat): Block | undefined {
  const [block, setBlock] = useState<Block>();
  useEffect(() => {
    let isCurrent = true;
    async function look() {
      const standing = await standingBlock(chat);
      if (isCurrent && typeof standing !== 'string') setBlock(standing);
    }
    void look();
    const forget = useBlockChanges.subscribe(() => void look());
    return () => {
      isCurrent = false;
      forget();
    };
  }, [chat]);
  return block;
}
