import { Suspense, lazy } from 'react';
import { useViewer } from '../../../stores/viewer.ts';

const Viewer = lazy(async () => {
  const module = await import('./Viewer.tsx');
  return { default: module.Viewer };
});

/** The viewer, fetched when the first picture is opened. */
export function LazyViewer() {
  const isOpen = useViewer((state) => state.shown !== undefined);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Viewer />
    </Suspense>
  );
}
