import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { usePalette } from '../../stores/palette.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useCommand } from '../commands/handlers.ts';
import { usePaletteEntries } from './use-palette-entries.ts';
import type { PaletteEntry } from './use-palette-entries.ts';
import styles from './CommandPalette.module.css';

/** Every command there is, and every chat, by a few letters of its name. */
export function CommandPalette() {
  const isOpen = usePalette((state) => state.isOpen);
  useCommand('palette', () => setOpen(true));
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Palette onDone={() => setOpen(false)} />
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function setOpen(isOpen: boolean): void {
  usePalette.setState({ isOpen });
}

function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = usePaletteEntries(query);
  const active = Math.min(at, entries.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      setAt((active + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      choose(entries[active]);
    } else return;
    event.preventDefault();
  }

  function choose(entry: PaletteEntry | undefined) {
    if (entry === undefined) return;
    onDone();
    // The dialog gives the focus back before what was chosen takes it.
    requestAnimationFrame(() => entry.run());
  }

  return (
    <Dialog.Popup className={styles['palette']}>
      <Dialog.Title className={styles['hidden']}>{t('palette.title')}</Dialog.Title>
      <div className={styles['search']}>
        <Search aria-hidden="true" size={18} strokeWidth={1.75} />
        <input
          role="combobox"
          aria-label={t('palette.field')}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.field')}
          value={query}
          className={styles['field']}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is led by the field above */}
      <div role="listbox" id={listId} aria-label={t('palette.title')} className={styles['list']}>
        {entries.map((entry, index) => (
          <Option
            key={entry.key}
            id={`${listId}-${index}`}
            entry={entry}
            isActive={index === active}
            onPoint={() => setAt(index)}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && <p className={styles['none']}>{t('palette.nothing')}</p>}
    </Dialog.Popup>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, entry, isActive, onPoint, onChoose }: OptionProps) {
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [isActive, id]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['option']}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {entry.contact !== undefined && <Avatar contact={entry.contact} size="small" />}
      <bdi className={styles['name']}>{entry.name}</bdi>
      {entry.hint !== undefined && <kbd className={styles['hint']}>{entry.hint}</kbd>}
    </div>
  );
}
