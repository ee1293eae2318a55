import { t } from 'i18next';
import { create } from 'zustand';
import { MOST_DELETED } from '#shared/contact-portions.ts';
import type { ContactId } from '#shared/ids.ts';
import { inPortions } from './contact-bulk.ts';
import { chooseNobody } from './contact-selection.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { goToScreen, useRoute } from './route.ts';

interface Deletion {
  /** Those who are about to be deleted; empty while nobody is asked. */
  readonly asking: readonly ContactId[];
}

export const useContactDeletion = create<Deletion>()(() => ({ asking: [] }));

export function askToDelete(asking: readonly ContactId[]): void {
  useContactDeletion.setState({ asking });
}

/** Deletes people for good. */
export async function deletePeople(
  contactIds: readonly ContactId[],
  withMessages: boolean,
): Promise<void> {
  askToDelete([]);
  chooseNobody();
  const done = await inPortions(
    t('contacts.bulk.deleting'),
    contactIds,
    MOST_DELETED,
    async (some) => {
      const result = await call('contacts.deleteMany', { contactIds: [...some], withMessages });
      return result.ok ? undefined : result.error.message;
    },
  );
  if (done > 0) announce(t('contacts.deleted', { count: done }));
  const open = Number(useRoute.getState().path);
  if (contactIds.some((id) => Number(id) === open)) goToScreen('contacts');
}
