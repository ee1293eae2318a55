import { useTranslation } from 'react-i18next';
import { ShieldBan, ShieldOff } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { blockOrUnblock } from '../../../stores/block-chat.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ContextPanel.module.css';

/** The way to keep the person out, or to let them in again. */
export function PersonBlock({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const { isBlocked } = chat.contact;
  const Icon = isBlocked ? ShieldOff : ShieldBan;
  return (
    <section className={styles['section']}>
      <Button kind="quiet" className={styles['block']} onClick={() => void blockOrUnblock(chat)}>
        <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
        {t(isBlocked ? 'blocks.menu.unblock' : 'blocks.menu.block')}
      </Button>
    </section>
  );
}
