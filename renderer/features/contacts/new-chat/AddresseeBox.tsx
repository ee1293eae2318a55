import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NewChatOption } from './NewChatOption.tsx';
import type { Addressee } from './NewChatOption.tsx';
import styles from './NewChatDialog.module.css';

interface AddresseeBoxProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly options: readonly Addressee[];
  /** Said where nothing fits. */
  readonly nobody: string;
  readonly onChoose: (option: Addressee) => void;
  /** Between the field and what it found. */
  readonly children?: ReactNode;
}

/** A field in which one looks for somebody, and those who fit; the focus stays in the field. */
export function AddresseeBox(props: AddresseeBoxProps) {
  const { label, typed, onType, options, nobody, onChoose, children } = props;
  const { t } = useTranslation();
  const listId = useId();
  const [at, setAt] = useState(0);
  const active = Math.min(at, options.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[active];
    if (step !== undefined && options.length > 0) {
      setAt((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        role="combobox"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={label}
        className={styles['field']}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {children}
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is led by the field above
        role="listbox"
        id={listId}
        aria-label={t('contacts.newChat.people')}
        className={styles['list']}
      >
        {options.map((option, index) => (
          <NewChatOption
            key={option.kind === 'person' ? option.contact.id : option.phone}
            id={`${listId}-${index}`}
            option={option}
            isActive={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(option)}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles['none']}>{nobody}</p>}
    </>
  );
}
