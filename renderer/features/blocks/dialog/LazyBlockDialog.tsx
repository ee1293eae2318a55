import { Suspense, lazy } from 'react';
import { useBlocking } from '../../../stores/blocking.ts';

const BlockDialog = lazy(async () => {
  const module = await import('./BlockDialog.tsx');
  return { default: module.BlockDialog };
});

/** The dialog that blocks people, fetched when it is first asked for. */
export function LazyBlockDialog() {
  const question = useBlocking((state) => state.question);
  if (question === undefined) return null;
  return (
    <Suspense fallback={null}>
      <BlockDialog question={question} />
    </Suspense>
  );
}
