import { useTranslation } from 'react-i18next';
import { dropLink, openAskedLink, useOutsideLink } from '../../stores/outside-link.ts';
import { announce } from '../../stores/live-text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { linkTarget } from './link-target.ts';
import styles from './LinkDialog.module.css';

/** Says where a link really goes, before it goes there. */
export function LinkDialog() {
  const { t } = useTranslation();
  const url = useOutsideLink((state) => state.url);
  return (
    <Dialog title={t('link.title')} isOpen={url !== undefined} onClose={dropLink}>
      {url !== undefined && <Target url={url} />}
    </Dialog>
  );
}

function Target({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const { place, warning } = linkTarget(url);
  async function copy() {
    await navigator.clipboard.writeText(url);
    announce(t('message.copied'));
    dropLink();
  }
  return (
    <>
      <p className={styles['lead']}>{t('link.goesTo')}</p>
      <p dir="ltr" className={styles['place']}>
        {place}
      </p>
      <p dir="ltr" className={styles['address']}>
        {url}
      </p>
      {warning !== undefined && <p className={styles['warning']}>{t(`link.${warning}`)}</p>}
      <div className={styles['choices']}>
        <Button kind="quiet" onClick={() => void copy()}>
          {t('link.copy')}
        </Button>
        <Button kind="primary" onClick={openAskedLink}>
          {t('link.open')}
        </Button>
      </div>
    </>
  );
}
