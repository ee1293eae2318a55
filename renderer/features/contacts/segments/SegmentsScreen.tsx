import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { followSegments, loadSegments, useSegments } from '../../../stores/segments.ts';
import { useRoute } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { NoSegments } from './NoSegments.tsx';
import { useRuleNames } from './rule-names.ts';
import { SegmentEditor } from './SegmentEditor.tsx';
import { SegmentList } from './SegmentList.tsx';
import styles from './SegmentsScreen.module.css';

/** Questions about people: `#/contacts/segments`, one of them behind its id, a new one behind `new`. */
export function SegmentsScreen() {
  const { t } = useTranslation();
  const [, place = ''] = useRoute((state) => state.path).split('/');
  const all = useSegments((state) => state.all);
  const hasFailed = useSegments((state) => state.hasFailed);
  const names = useRuleNames();
  useEffect(followSegments, []);

  if (all === undefined || names === undefined) {
    return hasFailed ? <Failed /> : <div className={styles['screen']} />;
  }
  const isNew = place === 'new';
  const open = all.find(({ id }) => String(id) === place);
  if (all.length === 0 && !isNew) return <NoSegments />;
  return (
    <div className={styles['screen']}>
      <SegmentList all={all} open={open} isNewOpen={isNew} names={names} />
      {isNew || open !== undefined ? (
        <SegmentEditor segment={open} names={names} />
      ) : (
        <p className={styles['hint']}>{t(place === '' ? 'segments.lead' : 'segments.gone')}</p>
      )}
    </div>
  );
}

function Failed() {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles['failed']}>
      <p>{t('segments.failed')}</p>
      <Button kind="quiet" onClick={() => void loadSegments()}>
        {t('app.tryAgain')}
      </Button>
    </div>
  );
}
