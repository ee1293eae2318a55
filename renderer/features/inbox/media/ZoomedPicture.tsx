import { useTranslation } from 'react-i18next';
import { useViewer, zoomTo } from '../../../stores/viewer.ts';
import { WHOLE } from './zoom.ts';
import styles from './Viewer.module.css';

interface ZoomedPictureProps {
  readonly url: string;
  readonly alt: string;
}

const ON_CLICK = 2;

/** A picture that fits the window, or is larger and can be moved about in it. */
export function ZoomedPicture({ url, alt }: ZoomedPictureProps) {
  const { t } = useTranslation();
  const zoom = useViewer((state) => state.zoom);
  const isWhole = zoom === WHOLE;
  const side = `${zoom * 100}%`;
  return (
    <button
      type="button"
      aria-label={t(isWhole ? 'media.enlarge' : 'media.fit')}
      data-zoomed={!isWhole}
      className={styles['frame']}
      onClick={() => zoomTo(isWhole ? ON_CLICK : WHOLE)}
    >
      <img src={url} alt={alt} style={{ inlineSize: side, blockSize: side }} />
    </button>
  );
}
