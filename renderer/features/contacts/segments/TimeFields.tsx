import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isFinishedTime } from './finished-rule.ts';
import type { AnyTime } from './finished-rule.ts';
import { Choice } from './Choice.tsx';
import { NumberInput } from './NumberInput.tsx';
import styles from './fields.module.css';

interface TimeFieldsProps<Kind extends AnyTime['kind']> {
  readonly test: AnyTime & { readonly kind: Kind };
  /** Which of them can be asked here. */
  readonly kinds: readonly Kind[];
  readonly onChange: (kind: Kind, days: number, date: string) => void;
}

const MONTH = 30;

/** When: so many days back or ahead, or a day of the calendar. */
export function TimeFields<Kind extends AnyTime['kind']>(props: TimeFieldsProps<Kind>) {
  const { test, kinds, onChange } = props;
  const { t } = useTranslation();
  const days = daysOf(test);
  const date = dateOf(test);
  const isInvalid = !isFinishedTime(test);
  return (
    <>
      <Choice
        label={t('segments.field.when')}
        value={test.kind}
        options={kinds.map((kind) => ({ value: kind, text: timeWord(t, kind) }))}
        onChange={(kind) => onChange(kind, days ?? MONTH, date ?? '')}
      />
      {days !== undefined && (
        <span className={styles['unit']}>
          <NumberInput
            isWhole
            label={t('segments.field.days')}
            value={days}
            isInvalid={isInvalid}
            onChange={(value) => onChange(test.kind, value, '')}
          />
          {t('segments.field.daysUnit')}
        </span>
      )}
      {date !== undefined && (
        <input
          type="date"
          aria-label={t('segments.field.date')}
          aria-invalid={isInvalid}
          className={styles['input']}
          value={date}
          onChange={({ target }) => onChange(test.kind, MONTH, target.value)}
        />
      )}
    </>
  );
}

function timeWord(t: TFunction, kind: AnyTime['kind']): string {
  return t(`segments.field.${kind}`);
}

function daysOf(test: AnyTime): number | undefined {
  return 'days' in test ? test.days : undefined;
}

function dateOf(test: AnyTime): string | undefined {
  return 'date' in test ? test.date : undefined;
}
