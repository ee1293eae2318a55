import { useTranslation } from 'react-i18next';
import { COMMANDS, COMMAND_IDS, SECTIONS } from './commands/commands.ts';
import type { CommandId, Section } from './commands/commands.ts';
import { comboText } from './commands/key-combo.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The cheat sheet, written from the same list that the key handlers read. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('commands.title')}
      isOpen={isOpen}
      onClose={() => onOpenChange(false)}
      size="large"
    >
      <div className={styles['sections']}>
        {SECTIONS.map((section) => (
          <ShortcutSection key={section} section={section} />
        ))}
      </div>
    </Dialog>
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
