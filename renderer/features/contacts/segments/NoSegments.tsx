import { useTranslation } from 'react-i18next';
import { Filter } from 'lucide-react';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState, EmptyStateActions } from '../../../ui/EmptyState.tsx';

export function NoSegments() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Filter} title={t('segments.emptyTitle')}>
      <p>{t('segments.empty')}</p>
      <EmptyStateActions>
        <Button kind="primary" onClick={() => goToScreen('contacts', 'segments/new')}>
          {t('segments.begin')}
        </Button>
      </EmptyStateActions>
    </EmptyState>
  );
}
