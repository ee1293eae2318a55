import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResizeHandle } from '../../../ui/ResizeHandle.tsx';
import { Tip } from '../../../ui/Tip.tsx';
import { changePreferences, usePreferences } from '../../../stores/preferences.ts';
import { useStatus } from '../../../stores/status.ts';
import { SearchPane } from '../search/SearchPane.tsx';
import { BulkBar } from '../triage/BulkBar.tsx';
import { AccountSwitch } from './AccountSwitch.tsx';
import { ChatFilters } from './ChatFilters.tsx';
import { ChatList } from './ChatList.tsx';
import styles from './ChatListPane.module.css';

const SMALLEST = 280;
const STANDARD = 336;
const LARGEST = 440;

export function ChatListPane() {
  const { t } = useTranslation();
  const stored = usePreferences((state) => state.preferences?.listWidth ?? STANDARD);
  const [dragged, setDragged] = useState<number>();
  const width = dragged ?? stored;

  function store(listWidth: number) {
    setDragged(undefined);
    void changePreferences({ listWidth });
  }

  return (
    <>
      <section
        aria-label={t('list.title')}
        data-pane="list"
        className={styles['pane']}
        style={{ '--list-width': `${width}px` }}
      >
        <header className={styles['header']}>
          <h2 className={styles['title']}>{t('list.title')}</h2>
          <AccountSwitch />
          <PracticeChip />
        </header>
        <SearchPane>
          <ChatFilters />
          <BulkBar />
          <ChatList />
        </SearchPane>
      </section>
      <ResizeHandle
        label={t('list.resize')}
        value={width}
        smallest={SMALLEST}
        largest={LARGEST}
        standard={STANDARD}
        onPreview={setDragged}
        onChange={store}
      />
    </>
  );
}

function PracticeChip() {
  const { t } = useTranslation();
  const isPractice = useStatus(
    (state) => state.status?.accounts.every((account) => account.isPractice) === true,
  );
  if (!isPractice) return null;
  return (
    <Tip text={t('list.practiceHint')}>
      <span className={styles['practice']}>{t('list.practice')}</span>
    </Tip>
  );
}
