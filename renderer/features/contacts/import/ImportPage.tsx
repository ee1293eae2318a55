import { useTranslation } from 'react-i18next';
import type { ContactImport } from '#shared/models/contact-import.ts';
import { cancelImport, isAtWork, undoImport } from '../../../stores/imports.ts';
import { saveRejected } from '../../../stores/rejected-file.ts';
import { goToScreen } from '../../../stores/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { Card } from './Card.tsx';
import { KeptPeople } from './KeptPeople.tsx';
import { Notice } from './Notice.tsx';
import { OutcomeCounts } from './OutcomeCounts.tsx';
import { Progress } from './Progress.tsx';
import { RejectedRows } from './RejectedRows.tsx';
import { Step } from './Step.tsx';
import { rowsDone } from './rows-done.ts';
import styles from './ImportPage.module.css';

interface ImportPageProps {
  readonly import: ContactImport;
}

/** One import: on its way, done, or taken back. */
export function ImportPage({ import: shown }: ImportPageProps) {
  const { t } = useTranslation();
  return (
    <Step step="import" foot={<Foot import={shown} />}>
      {isAtWork(shown) ? <AtWork import={shown} /> : <Ended import={shown} />}
      <p className={styles['where']}>{t('imports.page.always')}</p>
    </Step>
  );
}

function Foot({ import: shown }: ImportPageProps) {
  const { t } = useTranslation();
  if (shown.state === 'applying') {
    return (
      <>
        <span className={styles['promise']}>{t('imports.page.cancelPromise')}</span>
        <Button kind="quiet" onClick={() => void cancelImport(shown)}>
          {t('imports.page.cancel')}
        </Button>
      </>
    );
  }
  if (isAtWork(shown)) return <span>{t('imports.page.wait')}</span>;
  const isAgain = shown.state === 'failed' || shown.state === 'cancelled';
  return (
    <>
      {shown.state === 'done' && (
        <Button kind="quiet" onClick={() => void undoImport(shown)}>
          {t('imports.page.undo')}
        </Button>
      )}
      <Button kind={isAgain ? 'primary' : 'quiet'} onClick={() => goToScreen('contacts', 'import')}>
        {t(isAgain ? 'imports.page.again' : 'imports.page.another')}
      </Button>
      {!isAgain && (
        <Button kind="primary" onClick={() => goToScreen('contacts')}>
          {t('imports.page.contacts')}
        </Button>
      )}
    </>
  );
}

function AtWork({ import: shown }: ImportPageProps) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  const { state, fileName, dataRows } = shown;
  const done = rowsDone(shown);
  const isForwards = state === 'applying';
  const share = dataRows === 0 ? 0 : done / dataRows;
  const title = t(isForwards ? 'imports.page.applying' : `imports.page.${backwards(state)}`, {
    name: fileName,
  });
  return (
    <Card title={title}>
      <Progress label={title} share={isForwards ? share : undefined} />
      {isForwards && (
        <output>
          {t('imports.page.progress', {
            done: numbers.format(done),
            rows: numbers.format(dataRows),
          })}
        </output>
      )}
    </Card>
  );
}

function backwards(state: ContactImport['state']): 'cancelling' | 'undoing' {
  return state === 'undoing' ? 'undoing' : 'cancelling';
}

function Ended({ import: shown }: ImportPageProps) {
  const { t, i18n } = useTranslation();
  const { state, counts, dataRows, fileName, endedAt, kept } = shown;
  const when = endedAt === null ? '' : momentText(endedAt, i18n.language);
  const wasBrokenOff = state === 'failed' || state === 'cancelled';
  return (
    <>
      <Card title={fileName} lead={when}>
        {wasBrokenOff || state === 'undone' ? (
          <Notice
            tone={state === 'failed' ? 'warning' : 'plain'}
            title={t(`imports.page.${state}.title`)}
          >
            {t(
              state === 'undone' && kept > 0
                ? 'imports.page.undone.kept'
                : `imports.page.${state}.text`,
              {
                count: kept,
              },
            )}
          </Notice>
        ) : (
          <OutcomeCounts counts={counts} dataRows={dataRows} isPlan={false} />
        )}
      </Card>
      {kept > 0 && <KeptPeople importId={shown.id} count={kept} />}
      {counts.rejected > 0 && (
        <RejectedRows
          importId={shown.id}
          count={counts.rejected}
          onSave={() => void saveRejected(shown)}
        />
      )}
    </>
  );
}
