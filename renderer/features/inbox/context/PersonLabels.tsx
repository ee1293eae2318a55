import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { askForLabels } from '../../../stores/labels.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tip } from '../../../ui/Tip.tsx';
import { LabelChip } from '../../../ui/LabelChip.tsx';
import labelStyles from '../../../ui/labels.module.css';
import styles from './ContextPanel.module.css';

/** More than these, and the person’s details would be out of sight. */
const AT_FIRST = 8;

export function PersonLabels({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? chat.labels : chat.labels.slice(0, AT_FIRST);
  const rest = chat.labels.length - shown.length;
  const keys = commandKeysText('label', window.frontdesk.shell.platform);
  return (
    <section className={styles['section']} aria-labelledby="context-labels">
      <header className={styles['sectionHead']}>
        <h3 id="context-labels" className={styles['sectionTitle']}>
          {t('labels.name')}
        </h3>
        <Tip text={t('commands.label')} keys={keys}>
          <Button kind="text" className={styles['edit']} onClick={() => askForLabels([chat.id])}>
            {t('labels.edit')}
          </Button>
        </Tip>
      </header>
      {chat.labels.length === 0 ? (
        <p className={styles['nothing']}>{t('labels.noLabels')}</p>
      ) : (
        <ul className={labelStyles['chips']}>
          {shown.map((label) => (
            <li key={label.id} className={styles['chipItem']}>
              <LabelChip label={label} />
            </li>
          ))}
          {rest > 0 && (
            <li>
              <Button kind="text" className={styles['edit']} onClick={() => setWhole(true)}>
                {t('labels.more', { count: rest })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
