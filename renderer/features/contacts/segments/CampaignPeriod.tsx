import { useTranslation } from 'react-i18next';
import { isDays } from './finished-rule.ts';
import { NumberInput } from './NumberInput.tsx';
import { YesOrNo } from './YesOrNo.tsx';
import styles from './fields.module.css';

interface CampaignPeriodProps {
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
}

const MONTH = 30;

/** Whether only late campaigns count. */
export function CampaignPeriod({ days, onChange }: CampaignPeriodProps) {
  const { t } = useTranslation();
  return (
    <>
      <YesOrNo
        label={t('segments.field.period')}
        isYes={days === null}
        yes={t('segments.field.everCampaign')}
        no={t('segments.field.campaignDays')}
        onChange={(isEver) => onChange(isEver ? null : MONTH)}
      />
      {days !== null && (
        <span className={styles['unit']}>
          <NumberInput
            isWhole
            label={t('segments.field.days')}
            value={days}
            isInvalid={!isDays(days)}
            onChange={onChange}
          />
          {t('segments.field.daysUnit')}
        </span>
      )}
    </>
  );
}
