import { useTranslation } from 'react-i18next';
import type { FieldType } from '#shared/models/contact-field.ts';
import { NUMBER_TESTS, TEXT_TESTS } from '#shared/models/segment.ts';
import type { FieldTest } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { Choice } from './Choice.tsx';
import { newTest, newTime } from './new-rule.ts';
import { NumberInput } from './NumberInput.tsx';
import { TimeFields } from './TimeFields.tsx';
import styles from './fields.module.css';

interface FieldTestFieldsProps {
  /** What the values of the field are. */
  readonly type: FieldType;
  readonly test: FieldTest;
  readonly onChange: (test: FieldTest) => void;
}

const DAY_KINDS = ['within', 'longer_ago', 'next', 'before', 'since'] as const;

/** What is asked of a custom field: first how it is compared, then with what. */
export function FieldTestFields({ type, test, onChange }: FieldTestFieldsProps) {
  const { t } = useTranslation();
  const ops = opsOf(type);
  return (
    <>
      <Choice
        label={t('segments.field.test')}
        value={opOf(test)}
        options={ops.map((op) => ({ value: op, text: t(`segments.field.${op}`) }))}
        onChange={(op) => onChange(testWith(op, type, test))}
      />
      <Value test={test} onChange={onChange} />
    </>
  );
}

function Value({ test, onChange }: Omit<FieldTestFieldsProps, 'type'>) {
  const { t } = useTranslation();
  switch (test.kind) {
    case 'text':
      return (
        <input
          dir="auto"
          maxLength={200}
          aria-label={t('segments.field.value')}
          aria-invalid={test.value.trim() === ''}
          className={styles['input']}
          value={test.value}
          onChange={({ target }) => onChange({ ...test, value: target.value })}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={t('segments.field.value')}
          value={test.value}
          isInvalid={Number.isNaN(test.value)}
          onChange={(value) => onChange({ ...test, value })}
        />
      );
    case 'date':
      return (
        <TimeFields
          test={test.when}
          kinds={DAY_KINDS}
          onChange={(kind, days, date) =>
            onChange({
              kind: 'date',
              when: kind === 'next' ? { kind, days } : newTime(kind, days, date),
            })
          }
        />
      );
    case 'filled':
    case 'yes_no':
      return null;
    default:
      return unreachable(test);
  }
}

/** A day is compared in fields of its own; here it only says that there is one. */
type Op =
  (typeof TEXT_TESTS)[number] | (typeof NUMBER_TESTS)[number] | 'day' | 'yes' | 'no' | Filled;
type Filled = 'filled' | 'empty';

function opsOf(type: FieldType): readonly Op[] {
  switch (type) {
    case 'text':
      return [...TEXT_TESTS, 'filled', 'empty'];
    case 'number':
      return [...NUMBER_TESTS, 'filled', 'empty'];
    case 'date':
      return ['day', 'filled', 'empty'];
    case 'yes_no':
      return ['yes', 'no', 'filled', 'empty'];
    default:
      return unreachable(type);
  }
}

function opOf(test: FieldTest): Op {
  switch (test.kind) {
    case 'filled':
      return test.isFilled ? 'filled' : 'empty';
    case 'text':
    case 'number':
      return test.op;
    case 'date':
      return 'day';
    case 'yes_no':
      return test.isYes ? 'yes' : 'no';
    default:
      return unreachable(test);
  }
}

function testWith(op: Op, type: FieldType, former: FieldTest): FieldTest {
  if (op === 'filled' || op === 'empty') return { kind: 'filled', isFilled: op === 'filled' };
  const test = former.kind === type ? former : newTest(type);
  switch (test.kind) {
    case 'text':
      return { ...test, op: TEXT_TESTS.find((each) => each === op) ?? test.op };
    case 'number':
      return { ...test, op: NUMBER_TESTS.find((each) => each === op) ?? test.op };
    case 'yes_no':
      return { kind: 'yes_no', isYes: op === 'yes' };
    case 'date':
    case 'filled':
      return test;
    default:
      return unreachable(test);
  }
}
