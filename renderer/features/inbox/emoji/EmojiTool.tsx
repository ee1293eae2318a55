import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '@base-ui/react/popover';
import { Smile } from 'lucide-react';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LazyEmojiPanel } from './LazyEmojiPanel.tsx';
import styles from './EmojiTool.module.css';

interface EmojiToolProps {
  readonly onChoose: (emoji: string) => void;
}

/** Opens all emoji above the field. */
export function EmojiTool({ onChoose }: EmojiToolProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useCommand('emoji', () => setOpen((was) => !was));

  function choose(emoji: string) {
    setOpen(false);
    onChoose(emoji);
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <IconButton
            icon={Smile}
            label={t('emoji.title')}
            keys={commandKeysText('emoji', window.frontdesk.shell.platform)}
            side="top"
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={8} className={styles['place']}>
          <Popover.Popup
            className={styles['popup']}
            aria-label={t('emoji.title')}
            finalFocus={false}
          >
            <LazyEmojiPanel onChoose={choose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
