import { t } from 'i18next';
import { create } from 'zustand';
import type { Block } from '#shared/models/block.ts';
import { call } from './core.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface BlockChange {
  /** What the owner is changing; undefined while nothing. */
  readonly block: Block | undefined;
}

export const useBlockChange = create<BlockChange>()(() => ({ block: undefined }));

export function askToChange(block: Block): void {
  useBlockChange.setState({ block });
}

export function stopChanging(): void {
  useBlockChange.setState({ block: undefined });
}

interface NewTerms {
  readonly reason: string;
  readonly until: number | null;
}

/** Answers the sentence that says why it could not be changed, if it could not. */
export async function changeBlock(block: Block, terms: NewTerms): Promise<string | undefined> {
  const result = await call('blocks.change', { blockId: block.id, ...terms });
  if (!result.ok) return result.error.message;
  offerUndo(t('blocks.change.saved', { name: block.name }), async () => {
    const { id: blockId, reason, until } = block;
    const back = await call('blocks.change', { blockId, reason, until });
    if (!back.ok) sayFailure(back.error.message);
  });
  return undefined;
}
