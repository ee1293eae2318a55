import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'large' | 'wide';
  /** Whoever opens it wants to type: the focus goes into the first field, not on the way out. */
  readonly beginsInField?: boolean;
  /** False where the screen itself says who has the focus next. */
  readonly returnsFocus?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the screen with a title and a way out. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'small', beginsInField = false, children } = props;
  const { returnsFocus = true } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);

  function firstField(): HTMLElement | true {
    return body.current?.querySelector<HTMLElement>('input, textarea') ?? true;
  }

  return (
    <Base.Root open={isOpen} onOpenChange={(isWanted) => !isWanted && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup
          className={classes(styles['dialog'], styles[size])}
          initialFocus={beginsInField ? firstField : true}
          finalFocus={returnsFocus}
        >
          <header className={styles['header']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close className={styles['close']} aria-label={t('app.close')}>
              <X aria-hidden="true" size={19} strokeWidth={1.75} />
            </Base.Close>
          </header>
          <div ref={body} className={styles['body']}>
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
