import { create } from 'zustand';
import type { Preferences } from '#shared/preferences.ts';
import { call } from './core.ts';

interface PreferencesState {
  /** Undefined until the core has answered for the first time. */
  readonly preferences: Preferences | undefined;
}

export const usePreferences = create<PreferencesState>()(() => ({ preferences: undefined }));

export async function loadPreferences(): Promise<void> {
  const result = await call('preferences.get', {});
  if (result.ok) usePreferences.setState({ preferences: result.data });
}

/** Shows the change at once; when it could not be stored, the stored values come back. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const { preferences } = usePreferences.getState();
  if (preferences !== undefined) {
    usePreferences.setState({ preferences: { ...preferences, ...change } });
  }
  const result = await call('preferences.set', change);
  if (!result.ok) await loadPreferences();
}
