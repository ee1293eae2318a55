import { Suspense, lazy } from 'react';

const PdfPages = lazy(async () => {
  const module = await import('./PdfPages.tsx');
  return { default: module.PdfPages };
});

/** The pages of a document; the code for it is fetched with the first one. */
export function LazyPdfPages({ url }: { readonly url: string }) {
  return (
    <Suspense fallback={null}>
      <PdfPages url={url} />
    </Suspense>
  );
}
