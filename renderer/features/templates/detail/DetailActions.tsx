import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Copy, Pencil, Play, Smartphone, Trash2 } from 'lucide-react';
import type { TemplateDetail } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';
import { goToScreen } from '../../../stores/route.ts';
import { sayFailure } from '../../../stores/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { DeleteDialog } from '../dialogs/DeleteDialog.tsx';
import { DuplicateDialog } from '../dialogs/DuplicateDialog.tsx';
import { SendToMeDialog } from '../dialogs/SendToMeDialog.tsx';
import styles from './detail.module.css';

type Asking = 'delete' | 'duplicate' | 'test';

/** What can be done with a template, as far as Meta lets it. */
export function DetailActions({ detail }: { readonly detail: TemplateDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>();
  const { template, draft } = detail;
  const { id, status } = template;
  const isGone = status === 'DELETED' || status === 'PENDING_DELETION';
  const close = () => setAsking(undefined);

  async function edit() {
    const result = await call('templates.edit', { templateId: id });
    if (result.ok) goToScreen('templates', `draft/${result.data.id}`);
    else sayFailure(result.error.message);
  }

  async function unpause() {
    const result = await call('templates.unpause', { templateId: id });
    if (!result.ok) sayFailure(result.error.message);
  }

  return (
    <div className={styles['actions']}>
      {status === 'PAUSED' && (
        <IconButton icon={Play} label={t('templates.unpause')} onClick={() => void unpause()} />
      )}
      <IconButton
        icon={Copy}
        label={t('templates.duplicate')}
        aria-haspopup="dialog"
        onClick={() => setAsking('duplicate')}
      />
      {!isGone && status !== 'DISABLED' && (
        <IconButton
          icon={Trash2}
          label={t('templates.delete')}
          aria-haspopup="dialog"
          onClick={() => setAsking('delete')}
        />
      )}
      {!isGone && (
        <Button kind="quiet" onClick={() => void edit()}>
          <Pencil aria-hidden="true" size={16} strokeWidth={1.75} />
          {t(draft === null ? 'templates.edit' : 'templates.goOnEditing')}
        </Button>
      )}
      {status === 'APPROVED' && (
        <Button kind="primary" aria-haspopup="dialog" onClick={() => setAsking('test')}>
          <Smartphone aria-hidden="true" size={16} strokeWidth={1.75} />
          {t('templates.sendToMe')}
        </Button>
      )}
      {asking === 'delete' && <DeleteDialog template={template} onClose={close} />}
      {asking === 'duplicate' && <DuplicateDialog template={template} onClose={close} />}
      {asking === 'test' && <SendToMeDialog template={template} onClose={close} />}
    </div>
  );
}
