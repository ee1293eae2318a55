import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useToasts } from '../stores/toasts.ts';
import { undoAction, useUndo } from '../stores/undo.ts';
import styles from './Toasts.module.css';

/** Long enough to read, to think, and to reach the button. */
const STAYS_MS = 10_000;

export function Toasts() {
  return (
    <Toast.Provider timeout={STAYS_MS} limit={2}>
      <LatestToast />
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}>
          <ShownToasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Hands what the stores say over to the toasts, and takes away what was undone by key. */
function LatestToast() {
  const { add, close } = Toast.useToastManager();
  useEffect(
    () =>
      useToasts.subscribe(({ latest }) => {
        if (latest !== undefined) add({ id: latest.id, title: latest.text });
      }),
    [add],
  );
  useEffect(
    () =>
      useUndo.subscribe(({ actions }, before) => {
        const left = new Set(actions.map(({ id }) => id));
        for (const { id } of before.actions) if (!left.has(id)) close(id);
      }),
    [close],
  );
  return null;
}

function ShownToasts() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager();
  const actions = useUndo((state) => state.actions);
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles['toast']}>
      <Toast.Title className={styles['text']} />
      {actions.some(({ id }) => id === toast.id) && (
        <button type="button" className={styles['undo']} onClick={() => void undoAction(toast.id)}>
          {t('triage.undo')}
        </button>
      )}
      <Toast.Close aria-label={t('app.close')} className={styles['close']}>
        <X aria-hidden="true" size={16} strokeWidth={1.75} />
      </Toast.Close>
    </Toast.Root>
  ));
}
