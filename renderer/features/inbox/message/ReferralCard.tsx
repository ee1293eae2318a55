import { useTranslation } from 'react-i18next';
import { Megaphone } from 'lucide-react';
import type { Referral } from '#shared/models/message-extras.ts';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import { OutsideLink } from '../../../ui/message/OutsideLink.tsx';
import styles from './ReferralCard.module.css';

/** The ad or post that brought the customer here. */
export function ReferralCard({ referral }: { readonly referral: Referral }) {
  const { t } = useTranslation();
  const { source, headline, body, url } = referral;
  return (
    <section className={styles['card']} aria-label={t(`referral.${source}`)}>
      <p className={styles['source']}>
        <Megaphone aria-hidden="true" size={13} strokeWidth={1.75} />
        {t(`referral.${source}`)}
      </p>
      {headline !== null && (
        <p dir="auto" className={styles['headline']}>
          <PlainWords text={headline} />
        </p>
      )}
      {body !== null && (
        <p dir="auto">
          <PlainWords text={body} />
        </p>
      )}
      {url !== null && <OutsideLink text={t('referral.show')} url={url} />}
    </section>
  );
}
