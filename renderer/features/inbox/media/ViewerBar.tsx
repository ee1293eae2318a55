import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { Check, Copy, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { cleanFileName } from '#shared/file-name.ts';
import { closeViewer, useViewer } from '../../../stores/viewer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { OpenButton } from './OpenButton.tsx';
import type { MediaProps } from './media-props.ts';
import { CLOSEST, WHOLE } from './zoom.ts';
import styles from './Viewer.module.css';

interface ViewerBarProps extends MediaProps {
  readonly actions: {
    readonly save: () => void;
    readonly copy: () => void;
    readonly zoomIn: () => void;
    readonly zoomOut: () => void;
  };
}

/** What is shown, and what can be done with it. */
export function ViewerBar({ actions, ...props }: ViewerBarProps) {
  const { message, content, file } = props;
  const { t, i18n } = useTranslation();
  const zoom = useViewer((state) => state.zoom);
  const isCopied = useViewer((state) => state.isCopied);
  const filename = content.filename === null ? null : cleanFileName(content.filename);
  const isPicture = file.shownAs === 'image';
  return (
    <header className={styles['bar']}>
      <Dialog.Title className={styles['title']}>
        {t('media.viewerTitle', {
          kind: filename ?? t(`content.${content.media}`),
          time: momentText(message.timestamp, i18n.language),
        })}
      </Dialog.Title>
      {isPicture && (
        <>
          <IconButton
            icon={ZoomOut}
            label={t('media.zoomOut')}
            keys="-"
            tone="rail"
            disabled={zoom === WHOLE}
            onClick={actions.zoomOut}
          />
          <IconButton
            icon={ZoomIn}
            label={t('media.zoomIn')}
            keys="+"
            tone="rail"
            disabled={zoom === CLOSEST}
            onClick={actions.zoomIn}
          />
          <IconButton
            icon={isCopied ? Check : Copy}
            label={t(isCopied ? 'media.copied' : 'media.copy')}
            tone="rail"
            onClick={actions.copy}
          />
        </>
      )}
      <OpenButton {...props} tone="rail" />
      <IconButton icon={Download} label={t('media.saveShown')} tone="rail" onClick={actions.save} />
      <IconButton icon={X} label={t('app.close')} tone="rail" onClick={closeViewer} />
    </header>
  );
}
