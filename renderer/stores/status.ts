import { create } from 'zustand';
import type { AppStatus } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import { call } from './core.ts';

interface Status {
  /** Undefined until the core has answered for the first time. */
  readonly status: AppStatus | undefined;
  readonly failure: string | undefined;
}

export const useStatus = create<Status>()(() => ({ status: undefined, failure: undefined }));

export async function loadStatus(): Promise<void> {
  const result = await call('app.status', {});
  if (!result.ok) {
    useStatus.setState({ failure: result.error.message });
    return;
  }
  useStatus.setState({ status: result.data, failure: undefined });
  window.frontdesk.shell.setBadge(result.data.unreadChats);
}

/** Starts the practice account. Answers the sentence that says why it could not, if it could not. */
export async function startPractice(): Promise<string | undefined> {
  const result = await call('practice.start', {});
  if (!result.ok) return result.error.message;
  await loadStatus();
  return undefined;
}

/** Lets a stopped number try again. Answers the sentence that says why it could not, if it could not. */
export async function resumeSending(accountId: AccountId): Promise<string | undefined> {
  const result = await call('sending.resume', { accountId });
  if (!result.ok) return result.error.message;
  await loadStatus();
  return undefined;
}
