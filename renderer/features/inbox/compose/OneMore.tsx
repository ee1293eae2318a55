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
        const group = currentTarget.parentElement;
        onClick();
        requestAnimationFrame(() => lastFieldOf(group)?.focus());
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

function lastFieldOf(group: HTMLElement | null): HTMLElement | undefined {
  if (group === null) return undefined;
  return [...group.querySelectorAll<HTMLElement>('input, textarea')].at(-1);
}
