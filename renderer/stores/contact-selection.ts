import { create } from 'zustand';
import type { ContactId } from '#shared/ids.ts';

/** Who the next action is for: some, or everybody who fits the view, loaded or not. */
export type ContactChoice =
  | {
      readonly kind: 'some';
      readonly ids: ReadonlySet<ContactId>;
      /** Where a range begins. */
      readonly anchor: ContactId | undefined;
    }
  | { readonly kind: 'everybody'; readonly except: ReadonlySet<ContactId> };

const NOBODY: ContactChoice = { kind: 'some', ids: new Set(), anchor: undefined };

interface Selection {
  readonly choice: ContactChoice;
}

export const useContactSelection = create<Selection>()(() => ({ choice: NOBODY }));

export function chooseNobody(): void {
  useContactSelection.setState({ choice: NOBODY });
}

export function chooseEverybody(): void {
  useContactSelection.setState({ choice: { kind: 'everybody', except: new Set() } });
}

/** One more, or one less. */
export function toggleContact(id: ContactId): void {
  useContactSelection.setState(({ choice }) =>
    choice.kind === 'some'
      ? { choice: { kind: 'some', ids: toggled(choice.ids, id), anchor: id } }
      : { choice: { kind: 'everybody', except: toggled(choice.except, id) } },
  );
}

/** Everyone between where the range began and `to`, in the order of the list. */
export function chooseContactRange(
  order: readonly ContactId[],
  from: ContactId,
  to: ContactId,
): void {
  const { choice } = useContactSelection.getState();
  const anchor = (choice.kind === 'some' ? choice.anchor : undefined) ?? from;
  const [a, b] = [order.indexOf(anchor), order.indexOf(to)];
  const ids = a === -1 || b === -1 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
  useContactSelection.setState({
    choice: { kind: 'some', ids: new Set(ids), anchor: a === -1 ? to : anchor },
  });
}

export function isChosen(choice: ContactChoice, id: ContactId): boolean {
  return choice.kind === 'some' ? choice.ids.has(id) : !choice.except.has(id);
}

/** @param fitting how many fit the view; undefined while they are counted */
export function chosenCount(choice: ContactChoice, fitting: number | undefined): number {
  if (choice.kind === 'some') return choice.ids.size;
  return Math.max(0, (fitting ?? 0) - choice.except.size);
}

function toggled(ids: ReadonlySet<ContactId>, id: ContactId): ReadonlySet<ContactId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
