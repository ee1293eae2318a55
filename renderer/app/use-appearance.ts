import { useEffect } from 'react';
import { usePreferences } from '../stores/preferences.ts';

/** Puts the owner's theme and density on the document; the stylesheet does the rest. */
export function useAppearance(): void {
  const theme = usePreferences((state) => state.preferences?.theme);
  const density = usePreferences((state) => state.preferences?.density);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme ?? 'system';
    document.documentElement.dataset['density'] = density ?? 'comfortable';
  }, [theme, density]);
}
