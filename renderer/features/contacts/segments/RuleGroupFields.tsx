import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Plus, X } from 'lucide-react';
import { COMBINATIONS } from '#shared/models/segment.ts';
import type { RuleGroup, RuleNode } from '#shared/models/segment.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Choice } from './Choice.tsx';
import { newRule } from './new-rule.ts';
import type { RuleNames } from './rule-names.ts';
import { RuleRow } from './RuleRow.tsx';
import styles from './rules.module.css';

/** Groups in groups in one group; deeper nobody can follow. */
const DEEPEST = 2;

interface RuleGroupFieldsProps {
  readonly group: RuleGroup;
  readonly names: RuleNames;
  /** 0: the outermost. */
  readonly depth: number;
  /** It was just added: its first rule gets the focus. */
  readonly isNew?: boolean;
  readonly onChange: (group: RuleGroup) => void;
  /** Absent for the outermost. */
  readonly onRemove?: () => void;
}

/** Rules that are taken together, and the ways to add one. */
export function RuleGroupFields(props: RuleGroupFieldsProps) {
  const { group, names, depth, isNew = false, onChange, onRemove } = props;
  const { t } = useTranslation();
  const addButton = useRef<HTMLButtonElement>(null);
  /** The one that was added last, which gets the focus. */
  const [added, setAdded] = useState(isNew ? 0 : undefined);

  function put(rules: readonly RuleNode[]) {
    onChange({ ...group, rules });
  }

  function add(node: RuleNode) {
    setAdded(group.rules.length);
    put([...group.rules, node]);
  }

  function remove(index: number) {
    const left = group.rules.toSpliced(index, 1);
    // A group without rules says nothing; only the outermost may be one.
    if (left.length === 0 && onRemove !== undefined) {
      onRemove();
      return;
    }
    setAdded(undefined);
    put(left);
    addButton.current?.focus();
  }

  return (
    <fieldset className={styles['group']} data-depth={depth}>
      <legend className={styles['legend']}>
        {t(depth === 0 ? 'segments.rules' : 'segments.group.inner')}
      </legend>
      <div className={styles['head']}>
        <span>{t('segments.group.legend')}</span>
        <Choice
          label={t('segments.group.combine')}
          value={group.combine}
          options={COMBINATIONS.map((value) => ({ value, text: t(`segments.group.${value}`) }))}
          onChange={(combine) => onChange({ ...group, combine })}
        />
        <span className={styles['space']} />
        {onRemove !== undefined && (
          <IconButton icon={X} label={t('segments.group.remove')} onClick={onRemove} />
        )}
      </div>
      {group.rules.length === 0 && (
        <p className={styles['everybody']}>{t('segments.group.everybody')}</p>
      )}
      <ul className={styles['rules']}>
        {group.rules.map((node, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rules are told apart by nothing but their place
          <li key={index}>
            {node.kind === 'group' ? (
              <RuleGroupFields
                group={node}
                names={names}
                depth={depth + 1}
                isNew={index === added}
                onChange={(changed) => put(group.rules.with(index, changed))}
                onRemove={() => remove(index)}
              />
            ) : (
              <RuleRow
                rule={node}
                names={names}
                isNew={index === added}
                onChange={(changed) => put(group.rules.with(index, changed))}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={styles['adding']}>
        <Button
          ref={addButton}
          kind="quiet"
          className={styles['add']}
          onClick={() => add(newRule('label', names))}
        >
          <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
          {t('segments.group.addRule')}
        </Button>
        {depth < DEEPEST && (
          <Button
            kind="quiet"
            className={styles['add']}
            onClick={() => add({ kind: 'group', combine: 'any', rules: [newRule('label', names)] })}
          >
            <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
            {t('segments.group.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
