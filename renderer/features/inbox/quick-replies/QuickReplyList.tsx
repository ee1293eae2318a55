import { useTranslation } from 'react-i18next';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import { manageQuickReplies } from '../../../stores/quick-replies.ts';
import { Button } from '../../../ui/Button.tsx';
import type { QuickReplyPicker } from './use-quick-reply-picker.ts';
import styles from './QuickReplyList.module.css';

export const LIST_ID = 'quick-reply-list';

export function optionId(index: number): string {
  return `quick-reply-${index}`;
}

/** What `/` offers. The focus stays in the field; its keys move through the list. */
export function QuickReplyList({ picker }: { readonly picker: QuickReplyPicker }) {
  const { t } = useTranslation();
  const { options, active, choose } = picker;
  return (
    <div className={styles['panel']}>
      {options.length === 0 ? (
        <output className={styles['empty']}>{t('quickReplies.none')}</output>
      ) : (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the focus stays in the field, which no select allows
        <div id={LIST_ID} role="listbox" aria-label={t('quickReplies.title')}>
          {options.map((reply, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- as above; the keys are the field's
            <div
              key={reply.id}
              id={optionId(index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="option"
              aria-selected={index === active}
              className={styles['option']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(reply)}
            >
              <span className={styles['shortcut']}>/{reply.shortcut}</span>
              <span dir="auto" className={styles['text']}>
                {plainText(reply.text)}
              </span>
            </div>
          ))}
        </div>
      )}
      <p className={styles['foot']}>
        <Button kind="text" onClick={() => manageQuickReplies(true)}>
          {t('quickReplies.manage')}
        </Button>
      </p>
    </div>
  );
}
