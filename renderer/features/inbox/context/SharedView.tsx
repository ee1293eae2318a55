import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '@base-ui/react/tabs';
import { ArrowLeft } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { SHARED_KINDS } from '#shared/models/shared-files.ts';
import type { SharedKind } from '#shared/models/shared-files.ts';
import { showShared, useContext } from '../../../stores/context.ts';
import { loadShared, useSharedFiles } from '../../../stores/shared-files.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SharedGrid } from './SharedGrid.tsx';
import { SharedRows } from './SharedRows.tsx';
import styles from './SharedView.module.css';

interface SharedViewProps {
  readonly chatId: ChatId;
  readonly kind: SharedKind;
}

/** Everything of one kind that a chat holds, newest first. */
export function SharedView({ chatId, kind }: SharedViewProps) {
  const { t } = useTranslation();
  const counts = useContext((state) => state.counts);
  useEffect(() => void loadShared(chatId, kind), [chatId, kind]);
  return (
    <div className={styles['view']}>
      <header className={styles['head']}>
        <IconButton
          icon={ArrowLeft}
          label={t('shared.back')}
          className={styles['back']}
          onClick={() => showShared(undefined)}
        />
        <h2 className={styles['title']}>{t('shared.title')}</h2>
      </header>
      <Tabs.Root
        value={kind}
        className={styles['tabs']}
        onValueChange={(value: SharedKind) => showShared(value)}
      >
        <Tabs.List aria-label={t('shared.title')} className={styles['tabList']}>
          {SHARED_KINDS.map((each) => (
            <Tabs.Tab key={each} value={each} className={styles['tab']}>
              {t(`shared.tabs.${each}`)} {counts !== undefined && counts[each] > 0 && counts[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SHARED_KINDS.map((each) => (
          <Tabs.Panel key={each} value={each} className={styles['panel']}>
            <Contents chatId={chatId} kind={each} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </div>
  );
}

function Contents({ chatId, kind }: SharedViewProps) {
  const { t } = useTranslation();
  const state = useSharedFiles();
  if (state.kind !== kind || state.phase === 'loading') return null;
  if (state.phase === 'failed') {
    return (
      <div className={styles['empty']}>
        <p>{t('shared.failed')}</p>
        <Button kind="quiet" onClick={() => void loadShared(chatId, kind)}>
          {t('app.tryAgain')}
        </Button>
      </div>
    );
  }
  if (state.messages.length === 0) {
    return <p className={styles['empty']}>{t(`shared.empty.${kind}`)}</p>;
  }
  return kind === 'media' ? (
    <SharedGrid messages={state.messages} />
  ) : (
    <SharedRows kind={kind} messages={state.messages} />
  );
}
