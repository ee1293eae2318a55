import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './ResizeHandle.module.css';

const STEP = 8;

interface ResizeHandleProps {
  readonly label: string;
  readonly value: number;
  readonly smallest: number;
  readonly largest: number;
  readonly standard: number;
  /** Which way the handle goes when the column grows: a column at the end grows towards the start. */
  readonly growsTowards?: 'start' | 'end';
  /** While dragging. */
  readonly onPreview: (value: number) => void;
  readonly onChange: (value: number) => void;
}

/** The line between two columns: drag it, move it with the arrow keys, double-click to reset. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, value, smallest, largest, standard, growsTowards = 'end' } = props;
  const { onPreview, onChange } = props;
  const drag = useRef<{ readonly startX: number; readonly startValue: number }>(undefined);

  function directionOf(element: Element): 1 | -1 {
    const isMirrored = getComputedStyle(element).direction === 'rtl';
    return isMirrored === (growsTowards === 'end') ? -1 : 1;
  }

  function clamp(wanted: number): number {
    return Math.min(largest, Math.max(smallest, Math.round(wanted)));
  }

  function draggedTo(event: PointerEvent): number {
    if (drag.current === undefined) return value;
    const { startX, startValue } = drag.current;
    return clamp(startValue + (event.clientX - startX) * directionOf(event.currentTarget));
  }

  function onPointerDown(event: PointerEvent) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { startX: event.clientX, startValue: value };
  }

  function onPointerMove(event: PointerEvent) {
    if (drag.current !== undefined) onPreview(draggedTo(event));
  }

  function onPointerUp(event: PointerEvent) {
    if (drag.current === undefined) return;
    const wanted = draggedTo(event);
    const { startValue } = drag.current;
    drag.current = undefined;
    if (wanted !== startValue) onChange(wanted);
  }

  function onKeyDown(event: KeyboardEvent) {
    const wanted = keyTarget(event);
    if (wanted === undefined) return;
    event.preventDefault();
    onChange(clamp(wanted));
  }

  function keyTarget(event: KeyboardEvent): number | undefined {
    const step = STEP * directionOf(event.currentTarget);
    switch (event.key) {
      case 'ArrowLeft':
        return value - step;
      case 'ArrowRight':
        return value + step;
      case 'Home':
        return smallest;
      case 'End':
        return largest;
      case 'Enter':
        return standard;
      default:
        return undefined;
    }
  }

  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <hr> is no control
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      className={styles['handle']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={() => onChange(standard)}
      onKeyDown={onKeyDown}
    />
  );
}
