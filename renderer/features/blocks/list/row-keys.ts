import type { KeyboardEvent } from 'react';
import type { Block } from '#shared/models/block.ts';
import { unreachable } from '#shared/unreachable.ts';
import { askToChange } from '../../../stores/block-change.ts';
import { chooseBlocks, useBlockList } from '../../../stores/block-list.ts';
import { askToUnblock } from '../../../stores/unblocking.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';

export type RowAction = 'unblock' | 'change' | 'all' | 'extendDown' | 'extendUp';

/** The row that a key leads to, if it is one that leads somewhere. */
export function targetOfKey(event: KeyboardEvent, at: number, count: number): number | undefined {
  const { platform } = window.frontdesk.shell;
  if (isKeyFor('rowDown', event, platform)) return at + 1;
  if (isKeyFor('rowUp', event, platform)) return at - 1;
  if (isKeyFor('firstRow', event, platform)) return 0;
  if (isKeyFor('lastRow', event, platform)) return count - 1;
  return undefined;
}

export function actionOfKey(event: KeyboardEvent): RowAction | undefined {
  const { platform } = window.frontdesk.shell;
  if (isKeyFor('extendDown', event, platform)) return 'extendDown';
  if (isKeyFor('extendUp', event, platform)) return 'extendUp';
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return 'all';
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Delete') return 'unblock';
  // On a button or a link, Enter means that.
  return event.key === 'Enter' && event.target instanceof HTMLInputElement ? 'change' : undefined;
}

export function doWithRow(action: RowAction, row: Block, rows: readonly Block[]): void {
  switch (action) {
    case 'unblock':
      void askToUnblock(meant(row, rows));
      return;
    case 'change':
      askToChange(row);
      return;
    case 'all':
      chooseBlocks(rows.map(({ id }) => id));
      return;
    case 'extendDown':
    case 'extendUp':
      extend(row, rows, action === 'extendDown' ? 1 : -1);
      return;
    default:
      unreachable(action);
  }
}

/** Whoever is chosen; nobody is, then the one in focus. */
function meant(row: Block, rows: readonly Block[]): readonly Block[] {
  const { chosen } = useBlockList.getState();
  return chosen.size === 0 ? [row] : rows.filter(({ id }) => chosen.has(id));
}

function extend(row: Block, rows: readonly Block[], by: 1 | -1): void {
  const { chosen } = useBlockList.getState();
  const next = rows[rows.indexOf(row) + by];
  chooseBlocks([...chosen, row.id, ...(next === undefined ? [] : [next.id])]);
}
