import { Suspense, lazy } from 'react';
import { useBlocking } from '../../../stores/blocking.ts';
import { useUnblocking } from '../../../stores/unblocking.ts';

const BlockDialog = lazy(async () => {
  const module = await import('./BlockDialog.tsx');
  return { default: module.BlockDialog };
});

const UnblockDialog = lazy(async () => {
  const module = await import('./UnblockDialog.tsx');
  return { default: module.UnblockDialog };
});

/** The dialogs that block and unblock people, fetched when they are first asked for. */
export function LazyBlockDialog() {
  const question = useBlocking((state) => state.question);
  const isUnblocking = useUnblocking(({ isShown }) => isShown);
  return (
    <Suspense fallback={null}>
      {question !== undefined && <BlockDialog question={question} />}
      {isUnblocking && <UnblockDialog />}
    </Suspense>
  );
}
