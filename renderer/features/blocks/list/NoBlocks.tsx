import { useTranslation } from 'react-i18next';
import { SearchX, ShieldBan } from 'lucide-react';
import { useBlockList } from '../../../stores/block-list.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** Teaches what will be here, or says that nothing has the words one looks for. */
export function NoBlocks() {
  const { t } = useTranslation();
  const text = useBlockList((state) => state.text.trim());
  const tab = useBlockList((state) => state.tab);
  if (text !== '') {
    return <EmptyState icon={SearchX} title={t('blocks.screen.nothingFound', { text })} />;
  }
  if (tab !== 'active') {
    return (
      <EmptyState icon={ShieldBan} title={t('blocks.screen.emptyHistoryTitle')}>
        <p>{t('blocks.screen.emptyHistory')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ShieldBan} title={t('blocks.screen.emptyTitle')}>
      <p>{t('blocks.screen.empty')}</p>
      <p>{t('blocks.screen.emptyCompare')}</p>
    </EmptyState>
  );
}
