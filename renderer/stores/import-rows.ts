import { create } from 'zustand';
import type { Result } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import type { KeptPerson, RejectedRow } from '#shared/models/contact-import.ts';
import { call } from './core.ts';

interface RowList<R> {
  readonly rows: readonly R[];
  readonly hasMore: boolean;
}

interface ImportRows {
  /** What an import refused, in the order of its file. */
  readonly rejected: RowList<RejectedRow>;
  /** Whom its undo left as they are. */
  readonly kept: RowList<KeptPerson>;
}

const NONE = { rows: [], hasMore: false } as const;
const AT_ONCE = 50;

export const useImportRows = create<ImportRows>()(() => ({ rejected: NONE, kept: NONE }));

/** @param list what is there already; without it the list begins anew */
export async function loadRejected(id: number, list?: RowList<RejectedRow>): Promise<void> {
  const importId = asId<ImportId>(id);
  const rejected = await longer(list, (after) =>
    call('imports.rejected', { importId, after, limit: AT_ONCE }),
  );
  useImportRows.setState({ rejected });
}

/** @param list what is there already; without it the list begins anew */
export async function loadKept(id: number, list?: RowList<KeptPerson>): Promise<void> {
  const importId = asId<ImportId>(id);
  const kept = await longer(list, (after) =>
    call('imports.kept', { importId, after, limit: AT_ONCE }),
  );
  useImportRows.setState({ kept });
}

async function longer<R extends { readonly row: number }>(
  list: RowList<R> | undefined,
  fetchRows: (after: number) => Promise<Result<readonly R[]>>,
): Promise<RowList<R>> {
  const before = list?.rows ?? [];
  const result = await fetchRows(before.at(-1)?.row ?? 0);
  if (!result.ok) return { rows: before, hasMore: before.length > 0 };
  return { rows: [...before, ...result.data], hasMore: result.data.length === AT_ONCE };
}
