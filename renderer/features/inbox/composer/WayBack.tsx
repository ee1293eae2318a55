import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { goToScreen } from '../../../stores/route.ts';
import { unblockInChat } from '../../../stores/unblock-in-chat.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ClosedComposer.module.css';

/** Where the owner or the customer decided that nothing goes out: what undoes that. */
export function WayBack({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const { id, name, isBlocked, optedOut } = chat.contact;
  if (!isBlocked && !optedOut) return null;
  return (
    <div className={styles['wayBack']}>
      {optedOut && !isBlocked && <p>{t('composer.noOffers', { name })}</p>}
      {isBlocked && (
        <Button kind="quiet" className={styles['undo']} onClick={() => void unblockInChat(chat)}>
          {t('composer.unblock')}
        </Button>
      )}
      <Button kind="text" onClick={() => goToScreen('contacts', String(id))}>
        {t(isBlocked ? 'composer.whyBlocked' : 'composer.toConsent')}
      </Button>
    </div>
  );
}
