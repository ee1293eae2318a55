import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind: 'primary' | 'quiet' | 'text';
}

export function Button({ kind, className, ...rest }: ButtonProps) {
  return <button type="button" className={classes(styles[kind], className)} {...rest} />;
}
