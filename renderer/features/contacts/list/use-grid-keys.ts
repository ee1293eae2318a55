import type { KeyboardEvent } from 'react';
import type { Contact } from '#shared/models/contact.ts';
import { runCommand } from '../../../app/commands/handlers.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { askToDelete } from '../../../stores/contact-deletion.ts';
import { askForContactLabels } from '../../../stores/contact-labels.ts';
import {
  chooseContactRange,
  chooseEverybody,
  chooseNobody,
  toggleContact,
  useContactSelection,
} from '../../../stores/contact-selection.ts';
import { askToBlock } from '../../../stores/blocking.ts';
import { writeTo } from '../../../stores/open-chat.ts';
import { goToScreen, useRoute } from '../../../stores/route.ts';
import { forChosen } from './for-chosen.ts';

interface Grid {
  readonly rows: readonly Contact[];
  readonly focusedIndex: number;
  readonly moveFocus: (index: number) => void;
}

/** What the keys do while a row of the list has the focus. */
export function useGridKeys({ rows, focusedIndex, moveFocus }: Grid) {
  const { platform } = window.frontdesk.shell;
  const focused = rows[focusedIndex];

  function extend(by: 1 | -1) {
    const to = rows[focusedIndex + by];
    if (focused === undefined || to === undefined) return;
    const order = rows.map(({ id }) => id);
    chooseContactRange(order, focused.id, to.id);
    moveFocus(focusedIndex + by);
  }

  const actions: readonly (readonly [Parameters<typeof isKeyFor>[0], () => void])[] = [
    ['rowDown', () => moveFocus(focusedIndex + 1)],
    ['rowUp', () => moveFocus(focusedIndex - 1)],
    ['firstRow', () => moveFocus(0)],
    ['lastRow', () => moveFocus(rows.length - 1)],
    ['extendDown', () => extend(1)],
    ['extendUp', () => extend(-1)],
    ['chooseAllRows', chooseEverybody],
    ['chooseRow', () => focused && toggleContact(focused.id)],
    ['openProfile', () => focused && goToScreen('contacts', String(focused.id))],
    ['openContactChat', () => focused && void writeTo({ contactId: focused.id })],
    ['labelContacts', () => void forChosen(focused?.id, askForContactLabels)],
    ['blockContacts', () => void forChosen(focused?.id, (ids) => askToBlock(ids))],
    ['deleteContacts', () => void forChosen(focused?.id, askToDelete)],
    ['newContact', () => runCommand('newContact')],
    ['closeChat', escape],
  ];

  return (event: KeyboardEvent): void => {
    const isInBox =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
    if (isInBox && (event.key === ' ' || event.key === 'Enter')) return;
    const found = actions.find(([command]) => isKeyFor(command, event, platform));
    if (found === undefined) return;
    event.preventDefault();
    found[1]();
  };
}

/** Takes back the latest step in: the choice, then the open profile. */
function escape() {
  const { choice } = useContactSelection.getState();
  if (choice.kind === 'everybody' || choice.ids.size > 0) chooseNobody();
  else if (useRoute.getState().path !== '') goToScreen('contacts');
}
