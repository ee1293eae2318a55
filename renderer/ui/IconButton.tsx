import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Tip } from './Tip.tsx';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly tone?: 'plain' | 'rail';
  readonly side?: 'top' | 'bottom' | 'inline-end';
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  tone = 'plain',
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tip text={label} keys={keys} side={side}>
      <button
        type="button"
        aria-label={label}
        className={classes(styles['button'], styles[tone], className)}
        {...rest}
      >
        <Icon aria-hidden="true" size={tone === 'rail' ? 20 : 19} strokeWidth={1.75} />
      </button>
    </Tip>
  );
}
