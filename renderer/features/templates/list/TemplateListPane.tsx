import { useTranslation } from 'react-i18next';
import { Plus, RefreshCw } from 'lucide-react';
import type { AccountId } from '#shared/ids.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { useStatus } from '../../../stores/status.ts';
import {
  openTemplates,
  searchTemplates,
  syncNow,
  useTemplates,
} from '../../../stores/templates.ts';
import { sayFailure } from '../../../stores/toasts.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { TemplateRows } from './TemplateRows.tsx';
import styles from './list.module.css';

/** All templates of a number, with what the owner has begun and not handed in. */
export function TemplateListPane({ accountId }: { readonly accountId: AccountId }) {
  const { t, i18n } = useTranslation();
  const text = useTemplates((state) => state.text);
  const syncedAt = useTemplates((state) => state.syncedAt);
  const isSyncing = useTemplates((state) => state.isSyncing);
  return (
    <section aria-label={t('rail.templates')} className={styles['list']}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>{t('rail.templates')}</h1>
        <IconButton
          icon={RefreshCw}
          label={t('templates.sync')}
          aria-busy={isSyncing}
          onClick={() => void syncNow()}
        />
        <IconButton icon={Plus} label={t('templates.new')} onClick={() => void begin(accountId)} />
      </header>
      <NumberChoice accountId={accountId} />
      <input
        type="search"
        dir="auto"
        aria-label={t('templates.search')}
        placeholder={t('templates.search')}
        className={styles['search']}
        value={text}
        onChange={(event) => void searchTemplates(event.target.value)}
      />
      <TemplateRows onNew={() => void begin(accountId)} />
      <output className={styles['synced']}>
        {isSyncing && t('templates.syncing')}
        {!isSyncing &&
          syncedAt !== null &&
          t('templates.syncedAt', { time: momentText(syncedAt, i18n.language) })}
      </output>
    </section>
  );
}

function NumberChoice({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation();
  const accounts = useStatus((state) => state.status?.accounts) ?? [];
  if (accounts.length < 2) return null;

  function choose(value: string) {
    const chosen = accounts.find(({ id }) => String(id) === value);
    if (chosen === undefined) return;
    goToScreen('templates');
    void openTemplates(chosen.id);
  }

  return (
    <div className={styles['number']}>
      <SelectField
        label={t('templates.number')}
        isLabelHidden
        value={String(accountId)}
        onChange={choose}
      >
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

async function begin(accountId: AccountId): Promise<void> {
  const result = await call('templates.begin', { accountId });
  if (result.ok) goToScreen('templates', `draft/${result.data.id}`);
  else sayFailure(result.error.message);
}
