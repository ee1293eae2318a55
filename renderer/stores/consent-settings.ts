import { t } from 'i18next';
import { create } from 'zustand';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { call } from './core.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface ConsentSettingsState {
  /** Undefined until the core has answered for the first time. */
  readonly settings: ConsentSettings | undefined;
  /** Why they could not be read, in words. */
  readonly problem: string | undefined;
}

export const useConsentSettings = create<ConsentSettingsState>()(() => ({
  settings: undefined,
  problem: undefined,
}));

export async function loadConsentSettings(): Promise<void> {
  const result = await call('consent.settings', {});
  useConsentSettings.setState(
    result.ok ? { settings: result.data, problem: undefined } : { problem: result.error.message },
  );
}

/**
 * Keeps a change, and the way back to how it was. Answers why it could not be kept, if it could not.
 *
 * @param done what was done, in words
 */
export async function changeConsent(
  change: Partial<ConsentSettings>,
  done: string,
): Promise<string | undefined> {
  const { settings: former } = useConsentSettings.getState();
  const problem = await write(change);
  if (problem !== undefined) return problem;
  if (former === undefined) return undefined;
  offerUndo(done, async () => {
    const refusal = await write(former);
    if (refusal !== undefined) sayFailure(t('message.couldNot', { reason: refusal }));
  });
  return undefined;
}

async function write(change: Partial<ConsentSettings>): Promise<string | undefined> {
  const result = await call('consent.changeSettings', change);
  if (!result.ok) return result.error.message;
  useConsentSettings.setState({ settings: result.data, problem: undefined });
  return undefined;
}
