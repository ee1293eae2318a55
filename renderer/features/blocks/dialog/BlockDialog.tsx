import { useTranslation } from 'react-i18next';
import { stopBlocking } from '../../../stores/blocking.ts';
import type { BlockQuestion } from '../../../stores/blocking.ts';
import { Dialog } from '../../../ui/Dialog.tsx';

/** Asks how these people shall be blocked, and says what became of each. */
export function BlockDialog({ question }: { readonly question: BlockQuestion }) {
  const { t } = useTranslation();
  const count = question.contactIds.length;
  return (
    <Dialog title={t('blocks.ask.title', { count })} isOpen onClose={stopBlocking}>
      <p>{t('blocks.ask.effect')}</p>
    </Dialog>
  );
}
