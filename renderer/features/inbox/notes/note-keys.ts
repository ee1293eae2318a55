import type { KeyboardEvent } from 'react';
import { isKeyFor } from '../../../app/commands/key-combo.ts';

/** Whether an arrow key on a message went to a note that stands between it and the next message. */
export function focusedNoteBeside(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.dataset['message'] === undefined) return false;
  const { platform } = window.frontdesk.shell;
  const by = isKeyFor('messageUp', event, platform)
    ? -1
    : isKeyFor('messageDown', event, platform)
      ? 1
      : undefined;
  const beside = by === undefined ? undefined : placeBeside(target, by);
  if (beside?.dataset['note'] === undefined) return false;
  focusPlace(beside);
  return true;
}

/** Puts the focus on the message or note above or below; false where none is drawn. */
export function focusBeside(from: HTMLElement, by: 1 | -1): boolean {
  const beside = placeBeside(from, by);
  if (beside !== undefined) focusPlace(beside);
  return beside !== undefined;
}

function placeBeside(from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const thread = from.closest('[role="log"]');
  const places = [...(thread?.querySelectorAll<HTMLElement>('[data-message], [data-note]') ?? [])];
  return places[places.indexOf(from) + by];
}

function focusPlace(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}
