import { flushSync } from 'react-dom';
import { Plus, X } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './compose.module.css';

interface OneMoreProps {
  readonly label: string;
  readonly onClick: () => void;
}

/** Adds a field like those above it, and goes into it. */
export function AddOne({ label, onClick }: OneMoreProps) {
  return (
    <button
      type="button"
      className={styles['add']}
      onClick={({ currentTarget }) => {
        flushSync(onClick);
        fieldAbove(currentTarget)?.focus();
      }}
    >
      <Plus aria-hidden="true" size={16} strokeWidth={1.75} />
      {label}
    </button>
  );
}

export function TakeAway({ label, onClick }: OneMoreProps) {
  return <IconButton icon={X} label={label} side="top" onClick={onClick} />;
}

/** The first field of what stands right above the button. */
function fieldAbove(button: Element): HTMLElement | null {
  const above = button.previousElementSibling;
  if (above === null) return null;
  return above.querySelector<HTMLElement>('input, textarea') ?? fieldAbove(above);
}
