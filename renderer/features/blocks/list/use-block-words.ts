import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/models/block.ts';

interface BlockWords {
  /** Who blocked. */
  readonly actor: string;
  /** How it ended; null while it stands. */
  readonly ending: string | null;
}

export function useBlockWords({ state, blockedBy, unblockedBy }: Block): BlockWords {
  const { t } = useTranslation();
  return {
    actor: t(`blocks.screen.actors.${blockedBy}`),
    ending:
      state === 'active' || unblockedBy === null ? null : t(`blocks.screen.endings.${unblockedBy}`),
  };
}
