import { useEffect, useState } from 'react';
import type { TemplateId } from '#shared/ids.ts';
import type { TemplateDetail } from '#shared/models/template.ts';
import { call } from '../../../stores/core.ts';
import { useTemplates } from '../../../stores/templates.ts';

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'here'; readonly detail: TemplateDetail };

/** One template, looked at again whenever one changed. */
export function useTemplateDetail(id: TemplateId): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    async function load() {
      const result = await call('templates.detail', { templateId: id });
      if (!isCurrent) return;
      if (result.ok) setLoaded({ kind: 'here', detail: result.data });
      else setLoaded({ kind: 'failed', message: result.error.message });
    }
    void load();
    const forget = useTemplates.subscribe((now, before) => {
      if (now.version !== before.version) void load();
    });
    return () => {
      isCurrent = false;
      forget();
    };
  }, [id]);
  return loaded;
}
