import { useTranslation } from 'react-i18next';
import { ExternalLink } from 'lucide-react';
import { mayOpen } from '#shared/openable-file.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { fileNameOf } from './media-name.ts';
import type { MediaProps } from './media-props.ts';

interface OpenButtonProps extends MediaProps {
  readonly tone?: 'plain' | 'rail';
}

/** Opens a document in the system's own program; says why where that would be unsafe. */
export function OpenButton({ content, file, tone = 'plain' }: OpenButtonProps) {
  const { t } = useTranslation();
  const { openMedia } = window.frontdesk.shell;
  if (openMedia === null) return null;
  const name = fileNameOf(content, file);
  const isSafe = mayOpen(name);
  return (
    <IconButton
      icon={ExternalLink}
      tone={tone}
      label={isSafe ? t('media.openOutside', { name }) : t('media.openUnsafe', { name })}
      aria-disabled={!isSafe}
      onClick={() => {
        if (isSafe) openMedia(file.id);
      }}
    />
  );
}
