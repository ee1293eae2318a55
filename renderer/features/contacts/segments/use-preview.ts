import { useEffect, useState } from 'react';
import type { RuleGroup, SegmentPreview } from '#shared/models/segment.ts';
import { call } from '../../../stores/core.ts';
import { useSegments } from '../../../stores/segments.ts';
import { isAllFinished } from './finished-rule.ts';

export type PreviewState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  /** `isFresh`: the rules have not changed since. */
  | { readonly kind: 'counted'; readonly preview: SegmentPreview; readonly isFresh: boolean };

interface Answered {
  readonly rules: RuleGroup;
  readonly revision: number;
  readonly preview: SegmentPreview | 'failed';
}

/** Between two letters nobody looks at a count. */
const PAUSE_MS = 120;

/** Whom the rules find, asked anew as they change and as people do. */
export function usePreview(rules: RuleGroup): PreviewState {
  const revision = useSegments((state) => state.revision);
  const [answered, setAnswered] = useState<Answered>();
  const canAsk = isAllFinished(rules);

  useEffect(() => {
    if (!canAsk) return undefined;
    let isOver = false;
    async function ask(): Promise<void> {
      const result = await call('segments.preview', { rules });
      if (isOver) return;
      if (!result.ok) setAnswered({ rules, revision, preview: 'failed' });
      else if (result.data !== null) setAnswered({ rules, revision, preview: result.data });
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [rules, canAsk, revision]);

  if (!canAsk || answered === undefined) return { kind: 'waiting' };
  if (answered.preview === 'failed') return { kind: 'failed' };
  return { kind: 'counted', preview: answered.preview, isFresh: answered.rules === rules };
}
