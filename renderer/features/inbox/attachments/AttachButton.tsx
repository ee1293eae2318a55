import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Paperclip } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { attachFiles } from '../../../stores/attachments.ts';
import { IconButton } from '../../../ui/IconButton.tsx';

interface AttachButtonProps {
  readonly chatId: ChatId;
  /** Files were chosen: the owner goes on writing. */
  readonly onChosen: () => void;
}

/** Lets the owner choose files, one or many. */
export function AttachButton({ chatId, onChosen }: AttachButtonProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useCommand('attach', choose);
  return (
    <>
      <IconButton
        icon={Paperclip}
        label={t('attach.button')}
        keys={commandKeysText('attach', window.frontdesk.shell.platform)}
        side="top"
        onClick={choose}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attach.button')}
        onChange={({ currentTarget }) => {
          void attachFiles(chatId, [...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          currentTarget.value = '';
          onChosen();
        }}
      />
    </>
  );
}
