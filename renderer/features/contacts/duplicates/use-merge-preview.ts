import { useEffect, useState } from 'react';
import type { ContactId } from '#shared/ids.ts';
import type { MergePreview } from '#shared/models/merge.ts';
import { call } from '../../../stores/core.ts';

export type PreviewAnswer =
  | { readonly kind: 'shown'; readonly preview: MergePreview }
  | { readonly kind: 'failed'; readonly message: string };

/** Two people side by side; undefined until the core has answered. */
export function useMergePreview(a: ContactId, b: ContactId): PreviewAnswer | undefined {
  const [answer, setAnswer] = useState<PreviewAnswer>();
  useEffect(() => {
    let isLatest = true;
    void (async () => {
      const result = await call('merges.preview', { contactIds: [a, b] });
      if (!isLatest) return;
      setAnswer(
        result.ok
          ? { kind: 'shown', preview: result.data }
          : { kind: 'failed', message: result.error.message },
      );
    })();
    return () => {
      isLatest = false;
    };
  }, [a, b]);
  return answer;
}
