import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockSyncPreview, BlockSyncSideName } from '#shared/models/block.ts';
import { moreOfSide } from '../../../stores/block-comparison.ts';
import { Button } from '../../../ui/Button.tsx';
import { phoneText } from '../../../ui/contact-text.ts';
import styles from './CompareDialog.module.css';

interface DifferenceSideProps {
  readonly preview: BlockSyncPreview;
  readonly side: BlockSyncSideName;
}

/** Those who are on one list only, a page at a time. */
export function DifferenceSide({ preview, side }: DifferenceSideProps) {
  const { t } = useTranslation();
  const { count, people: first } = preview[side];
  const [people, setPeople] = useState(first);
  const [failure, setFailure] = useState<string>();

  async function showMore() {
    const answer = await moreOfSide(preview, side, people.length);
    setFailure(typeof answer === 'string' ? answer : undefined);
    if (typeof answer !== 'string') setPeople([...people, ...answer]);
  }

  return (
    <details className={styles['side']} open={count <= 10}>
      <summary className={styles['summary']}>{t(`blocks.compare.${side}`, { count })}</summary>
      <ul className={styles['people']}>
        {people.map(({ name, phone, bsuid }) => (
          <li key={`${phone} ${bsuid}`} className={styles['person']}>
            <bdi>{name === phone ? phoneText(name) : name}</bdi>
            {phone !== null && phone !== name && (
              <bdi className={styles['phone']}>{phoneText(phone)}</bdi>
            )}
          </li>
        ))}
      </ul>
      {people.length < count && (
        <Button kind="text" className={styles['more']} onClick={() => void showMore()}>
          {t('blocks.compare.more')}
        </Button>
      )}
      <p role="alert" className={styles['problem']}>
        {failure}
      </p>
    </details>
  );
}
