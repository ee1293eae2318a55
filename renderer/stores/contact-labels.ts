import { t } from 'i18next';
import { create } from 'zustand';
import { MOST_LABELLED } from '#shared/contact-portions.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Label } from '#shared/models/label.ts';
import { inPortions } from './contact-bulk.ts';
import { call } from './core.ts';
import { loadLabelCounts, loadLabels } from './labels.ts';
import { offerUndo } from './toasts.ts';

interface ContactLabels {
  /** The people for whom a label is being chosen; empty while nobody is asked. */
  readonly asking: readonly ContactId[];
}

export const useContactLabels = create<ContactLabels>()(() => ({ asking: [] }));

/** Opens the dialog that puts a label on these people, or takes it off. */
export function askForContactLabels(asking: readonly ContactId[]): void {
  useContactLabels.setState({ asking });
  if (asking.length > 0) void loadLabels();
}

/** Puts a label on people, or takes it off, with a way back. */
export async function labelPeople(
  contactIds: readonly ContactId[],
  label: Label,
  isOn: boolean,
): Promise<void> {
  const changed = await put(contactIds, label, isOn);
  if (changed.length === 0) return;
  void loadLabelCounts();
  const words = isOn ? 'contacts.labelled' : 'contacts.unlabelled';
  offerUndo(t(words, { label: label.name, count: changed.length }), async () => {
    await put(changed, label, !isOn);
  });
}

async function put(
  contactIds: readonly ContactId[],
  label: Label,
  isOn: boolean,
): Promise<readonly ContactId[]> {
  const changed: ContactId[] = [];
  const title = t(isOn ? 'contacts.bulk.labelling' : 'contacts.bulk.unlabelling', {
    label: label.name,
  });
  await inPortions(title, contactIds, MOST_LABELLED, async (some) => {
    const result = await call('contacts.label', {
      labelId: label.id,
      contactIds: [...some],
      isOn,
    });
    if (!result.ok) return result.error.message;
    changed.push(...result.data);
    return undefined;
  });
  return changed;
}
