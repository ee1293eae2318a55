import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { RULE_KINDS } from '#shared/models/segment.ts';
import type { Rule } from '#shared/models/segment.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Choice } from './Choice.tsx';
import { isFinished } from './finished-rule.ts';
import { newRule } from './new-rule.ts';
import { RuleFields } from './RuleFields.tsx';
import type { RuleNames } from './rule-names.ts';
import { ruleProblem } from './rule-problem.ts';
import { ruleWords } from './rule-words.ts';
import styles from './rules.module.css';

interface RuleRowProps {
  readonly rule: Rule;
  readonly names: RuleNames;
  readonly isNew: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

/** One rule: what it is about, what it asks, and what is wrong with it. */
export function RuleRow({ rule, names, isNew, onChange, onRemove }: RuleRowProps) {
  const { t } = useTranslation();
  const problemId = useId();
  const problem = ruleProblem(rule, names);
  const isGone = problem !== undefined && isFinished(rule);
  return (
    <>
      <div
        className={styles['row']}
        data-problem={problem === undefined ? undefined : isGone ? 'gone' : 'unfinished'}
      >
        <div className={styles['fields']}>
          <Choice
            isFirst={isNew}
            label={t('segments.kind.choose')}
            value={rule.kind}
            describedBy={problem === undefined ? undefined : problemId}
            options={RULE_KINDS.map((kind) => ({ value: kind, text: t(`segments.kind.${kind}`) }))}
            onChange={(kind) => onChange(newRule(kind, names))}
          />
          <RuleFields rule={rule} names={names} onChange={onChange} />
        </div>
        <IconButton
          icon={X}
          label={t('segments.group.removeRule', { rule: ruleWords(t, rule, names) })}
          onClick={onRemove}
        />
      </div>
      {problem !== undefined && (
        <p id={problemId} className={styles['problem']} data-unfinished={!isGone}>
          {t(`segments.problem.${problem}`)}
        </p>
      )}
    </>
  );
}
