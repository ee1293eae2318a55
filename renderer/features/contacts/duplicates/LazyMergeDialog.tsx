import { Suspense, lazy } from 'react';
import { useMerging } from '../../../stores/merging.ts';

const MergeDialog = lazy(async () => {
  const module = await import('./MergeDialog.tsx');
  return { default: module.MergeDialog };
});

/** The dialog that makes one person of two, fetched when it is first asked for. */
export function LazyMergeDialog() {
  const contactId = useMerging((state) => state.contactId);
  if (contactId === undefined) return null;
  return (
    <Suspense fallback={null}>
      <MergeDialog contactId={contactId} />
    </Suspense>
  );
}
