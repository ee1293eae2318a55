import type { ReactElement } from 'react';
import { Tooltip } from '@base-ui/react/tooltip';
import styles from './Tip.module.css';

interface TipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'inline-end';
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A tooltip, with the shortcut where there is one. The child carries its own accessible name. */
export function Tip({ text, keys, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className={styles['place']}>
          <Tooltip.Popup className={styles['tip']}>
            {text}
            {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
