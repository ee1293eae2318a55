import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { COMMANDS, COMMAND_IDS, SECTIONS } from './commands/commands.ts';
import type { CommandId, Section } from './commands/commands.ts';
import { comboText } from './commands/key-combo.ts';
import styles from './ShortcutsDialog.module.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The cheat sheet, written from the same list that the key handlers read. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['dialog']}>
          <header className={styles['header']}>
            <Dialog.Title className={styles['title']}>{t('commands.title')}</Dialog.Title>
            <Dialog.Close className={styles['close']} aria-label={t('app.close')}>
              <X aria-hidden="true" size={19} strokeWidth={1.75} />
            </Dialog.Close>
          </header>
          <div className={styles['sections']}>
            {SECTIONS.map((section) => (
              <ShortcutSection key={section} section={section} />
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ShortcutSection({ section }: { readonly section: Section }) {
  const { t } = useTranslation();
  const commands = COMMAND_IDS.filter((command) => COMMANDS[command].section === section);
  return (
    <section>
      <h3 className={styles['sectionTitle']}>{t(`commands.sections.${section}`)}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command} className={styles['row']}>
            <dt>{t(`commands.${command}`)}</dt>
            <dd className={styles['keys']}>
              <Keys command={command} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ command }: { readonly command: CommandId }) {
  const { t } = useTranslation();
  const { platform } = window.frontdesk.shell;
  return COMMANDS[command].keys.map((combo, index) => (
    <span key={combo}>
      {index > 0 && <span className={styles['or']}>{t('commands.or')}</span>}
      <kbd className={styles['key']}>{comboText(combo, platform)}</kbd>
    </span>
  ));
}
