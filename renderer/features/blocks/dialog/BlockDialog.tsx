import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetRun, stopRun, useBlockRun } from '../../../stores/block-run.ts';
import { stopBlocking } from '../../../stores/blocking.ts';
import type { BlockQuestion } from '../../../stores/blocking.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { BlockForm } from './BlockForm.tsx';
import { BlockProgress } from './BlockProgress.tsx';
import { BlockResults } from './BlockResults.tsx';

/** Asks how these people shall be blocked, and says what became of each. */
export function BlockDialog({ question }: { readonly question: BlockQuestion }) {
  const { t } = useTranslation();
  const phase = useBlockRun((state) => state.phase);
  const total = useBlockRun((state) => state.total);
  const count = phase === 'asking' ? question.contactIds.length : total;
  useEffect(() => forgetRun, []);
  return (
    <Dialog
      title={t(`blocks.ask.titles.${phase}`, { count })}
      isOpen
      beginsInField
      onClose={phase === 'working' ? stopRun : stopBlocking}
    >
      {phase === 'asking' && <BlockForm question={question} />}
      {phase === 'working' && <BlockProgress />}
      {phase === 'done' && <BlockResults />}
    </Dialog>
  );
}
