import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { Check, Minus, Plus } from 'lucide-react';
import type { LabelTarget } from '#shared/models/label.ts';
import { askForLabels, manageLabels, useLabels } from '../../../stores/labels.ts';
import { useChats } from '../../../stores/chats.ts';
import { Button } from '../../../ui/Button.tsx';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import { LabelTargetChoice } from './LabelTargetChoice.tsx';
import { useLabelOptions } from './use-label-options.ts';
import type { LabelOption } from './use-label-options.ts';
import styles from './LabelPicker.module.css';

const LIST_ID = 'label-options';

/** Chooses labels for one chat or many: type to find or make one, Enter puts it on or takes it off. */
export function LabelPicker() {
  const { t } = useTranslation();
  const asking = useLabels((state) => state.asking);
  const name = useChats(
    (state) => [...state.rows, state.open].find((chat) => chat?.id === asking[0])?.contact.name,
  );
  return (
    <Dialog.Root open={asking.length > 0} onOpenChange={(isOpen) => !isOpen && askForLabels([])}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['dialog']}>
          <Dialog.Title className={styles['title']}>
            {asking.length === 1 && name !== undefined
              ? t('labels.titleOne', { name })
              : t('labels.title', { count: asking.length })}
          </Dialog.Title>
          <Choices />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choices() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  /** A space is a letter of a name until one walks through the list. */
  const [isWalking, setWalking] = useState(false);
  const [on, setOn] = useState<LabelTarget>('contact');
  const { options, take } = useLabelOptions(typed, on);
  const chats = useLabels((state) => state.asking.length);
  const active = Math.min(chosen, Math.max(0, options.length - 1));

  function type(text: string) {
    setTyped(text);
    setChosen(0);
    setWalking(false);
  }

  function choose(option: LabelOption) {
    void take(option);
    if (option.kind === 'create') type('');
  }

  function walk(by: number) {
    setChosen(options.length === 0 ? 0 : (active + options.length + by) % options.length);
    setWalking(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const option = options[active];
    const isSpace = event.key === ' ' && (isWalking || typed === '');
    if (event.key === 'ArrowDown') walk(1);
    else if (event.key === 'ArrowUp') walk(-1);
    else if ((event.key === 'Enter' || isSpace) && option !== undefined) choose(option);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <LabelTargetChoice on={on} chats={chats} onChange={setOn} />
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is there to be typed into
        autoFocus
        role="combobox"
        aria-label={t('labels.field')}
        aria-expanded="true"
        aria-controls={LIST_ID}
        aria-activedescendant={options.length === 0 ? undefined : optionId(active)}
        placeholder={t('labels.field')}
        maxLength={60}
        dir="auto"
        className={styles['field']}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the focus stays in the field, which no select allows */}
      <div id={LIST_ID} role="listbox" aria-label={t('labels.name')} aria-multiselectable="true">
        {options.map((option, index) => (
          <Option
            key={option.kind === 'label' ? option.label.id : 'create'}
            index={index}
            option={option}
            on={on}
            isActive={index === active}
            onChoose={choose}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles['empty']}>{t('labels.none')}</p>}
      <footer className={styles['foot']}>
        <span className={styles['hint']}>{t('labels.hint')}</span>
        <Button kind="text" onClick={() => manageInstead()}>
          {t('labels.manage')}
        </Button>
      </footer>
    </>
  );
}

interface OptionProps {
  readonly option: LabelOption;
  readonly on: LabelTarget;
  readonly index: number;
  readonly isActive: boolean;
  readonly onChoose: (option: LabelOption) => void;
}

function Option({ option, on, index, isActive, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const isOn = option.kind === 'label' && option.state === 'all';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the field's
    <div
      id={optionId(index)}
      ref={isActive ? scrollHere : null}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="option"
      aria-selected={isOn}
      data-active={isActive}
      className={styles['option']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(option)}
    >
      {option.kind === 'create' ? (
        <>
          <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
          <span dir="auto" className={styles['name']}>
            {t('labels.create', { name: option.name })}
          </span>
        </>
      ) : (
        <>
          <LabelDot color={option.label.color} />
          <span className={styles['name']}>
            <bdi>{option.label.name}</bdi>
          </span>
          {option.isElsewhere && (
            <span className={styles['some']}>
              {t(on === 'contact' ? 'labels.onChat' : 'labels.onContact')}
            </span>
          )}
          {option.state === 'all' && <Check aria-hidden="true" size={17} strokeWidth={2} />}
          {option.state === 'some' && (
            <>
              <span className={styles['some']}>{t('labels.some')}</span>
              <Minus aria-hidden="true" size={17} strokeWidth={2} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function optionId(index: number): string {
  return `label-option-${index}`;
}

function scrollHere(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function manageInstead(): void {
  askForLabels([]);
  manageLabels(true);
}
