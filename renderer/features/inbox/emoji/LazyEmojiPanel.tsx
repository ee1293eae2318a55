import { Suspense, lazy } from 'react';

const Panel = lazy(async () => {
  const module = await import('./EmojiPanel.tsx');
  return { default: module.EmojiPanel };
});

/** The emoji, fetched when somebody looks for one. */
export function LazyEmojiPanel({ onChoose }: { readonly onChoose: (emoji: string) => void }) {
  return (
    <Suspense fallback={null}>
      <Panel onChoose={onChoose} />
    </Suspense>
  );
}
