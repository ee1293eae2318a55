import { useEffect, useState } from 'react';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { TemplateDraft } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'here'; readonly draft: TemplateDraft };

/** A draft as it was when the editor was opened; from then on the editor has it. */
export function useLoadedDraft(id: TemplateDraftId): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    async function load() {
      const result = await call('templates.draft', { draftId: id });
      if (!isCurrent) return;
      if (result.ok) setLoaded({ kind: 'here', draft: result.data });
      else setLoaded({ kind: 'failed', message: result.error.message });
    }
    void load();
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return loaded;
}
