import { Suspense, lazy } from 'react';
import { useCompositions } from '../../../stores/compositions.ts';

const ComposeDialog = lazy(async () => {
  const module = await import('./ComposeDialog.tsx');
  return { default: module.ComposeDialog };
});

/** The forms and their checks, fetched when the first one is opened. */
export function LazyComposeDialog() {
  const open = useCompositions((state) => state.open);
  if (open === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ComposeDialog open={open} />
    </Suspense>
  );
}
