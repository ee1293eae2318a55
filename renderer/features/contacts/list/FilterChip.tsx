import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import { mainElement } from '../../../ui/main-element.ts';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './FilterChip.module.css';

export interface FilterOption<Value> {
  readonly value: Value;
  readonly name: string;
  /** How many people it fits, where that is known. */
  readonly people?: number | undefined;
  readonly color?: string;
}

interface FilterChipProps<Value> {
  /** What is filtered by. */
  readonly name: string;
  readonly options: readonly FilterOption<Value>[];
  /** Undefined: it does not matter. */
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
}

/** One filter: says what it is by while nothing is chosen, and what was chosen after that. */
export function FilterChip<Value extends string | number>(props: FilterChipProps<Value>) {
  const { name, options, chosen, onChoose } = props;
  const { t, i18n } = useTranslation();
  const shown = options.find(({ value }) => value === chosen);
  return (
    <Menu.Root>
      <Menu.Trigger
        className={styles['chip']}
        data-chosen={shown !== undefined}
        aria-label={shown === undefined ? undefined : `${name}: ${shown.name}`}
      >
        <span dir="auto" className={styles['name']}>
          {shown?.name ?? name}
        </span>
        <ChevronDown aria-hidden="true" size={14} strokeWidth={2} />
      </Menu.Trigger>
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner align="start" sideOffset={6} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            <Menu.RadioGroup value={chosen ?? null} className={styles['options']}>
              <Menu.RadioItem
                closeOnClick
                value={null}
                className={menuStyles['item']}
                onClick={() => onChoose(undefined)}
              >
                <span className={menuStyles['name']}>{t('contacts.filters.any')}</span>
              </Menu.RadioItem>
              {options.map(({ value, name: words, people, color }) => (
                <Menu.RadioItem
                  closeOnClick
                  key={value}
                  value={value}
                  className={menuStyles['item']}
                  onClick={() => onChoose(value)}
                >
                  {color !== undefined && <LabelDot color={color} />}
                  <bdi className={menuStyles['name']}>{words}</bdi>
                  {people !== undefined && (
                    <span className={menuStyles['keys']}>
                      {people.toLocaleString(i18n.language)}
                    </span>
                  )}
                  <Menu.RadioItemIndicator className={styles['check']}>
                    <Check aria-hidden="true" size={16} strokeWidth={2} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
