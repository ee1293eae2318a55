import { t } from 'i18next';
import { create } from 'zustand';
import type { ChatId, LabelId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Label, LabelCount, LabelTarget } from '#shared/models/label.ts';
import { loadChats, refreshChats, useChats } from './chats.ts';
import { call } from './core.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface Labels {
  /** By name. */
  readonly all: readonly Label[];
  readonly counts: ReadonlyMap<LabelId, LabelCount>;
  /** The chats for which labels are being chosen; empty while nobody is asked. */
  readonly asking: readonly ChatId[];
  readonly isManaging: boolean;
}

export const useLabels = create<Labels>()(() => ({
  all: [],
  counts: new Map(),
  asking: [],
  isManaging: false,
}));

export async function loadLabels(): Promise<void> {
  const result = await call('labels.list', {});
  if (result.ok) useLabels.setState({ all: result.data });
}

/** Counting walks through everyone who carries one, so it is asked for only where it is shown. */
export async function loadLabelCounts(): Promise<void> {
  const result = await call('labels.counts', {});
  if (!result.ok) return;
  useLabels.setState({ counts: new Map(result.data.map((count) => [count.labelId, count])) });
}

/** A label looks different or is gone, and so do the rows that carry it. */
export async function refreshLabels(): Promise<void> {
  const { open } = useChats.getState();
  await Promise.all([
    loadLabels(),
    loadChats(),
    open === undefined ? undefined : refreshChats([open.id]),
  ]);
}

export function askForLabels(asking: readonly ChatId[]): void {
  useLabels.setState({ asking });
  if (asking.length > 0) void loadLabels();
}

export function manageLabels(isManaging: boolean): void {
  useLabels.setState({ isManaging });
  if (isManaging) void Promise.all([loadLabels(), loadLabelCounts()]);
}

/** What one command takes. */
const MOST = 200;

interface Labelling {
  readonly label: Label;
  readonly on: LabelTarget;
  readonly isOn: boolean;
}

/** Puts a label on these chats or their people, or takes it off, with a way back. */
export async function putLabel(
  chats: readonly Chat[],
  { label, on, isOn }: Labelling,
): Promise<void> {
  const changed = await put(
    chats.map(({ id }) => id),
    { label, on, isOn },
  );
  if (changed.length === 0) return;
  const [only] = chats;
  const words = isOn ? 'labels.put' : 'labels.taken';
  const text =
    chats.length === 1 && only !== undefined
      ? t(`${words}.${on === 'contact' ? 'one' : 'oneChat'}`, {
          label: label.name,
          name: only.contact.name,
        })
      : t(`${words}.many`, { label: label.name, count: changed.length });
  offerUndo(text, async () => {
    await put(changed, { label, on, isOn: !isOn });
  });
}

async function put(
  chatIds: readonly ChatId[],
  { label, on, isOn }: Labelling,
): Promise<readonly ChatId[]> {
  const changed: ChatId[] = [];
  for (let start = 0; start < chatIds.length; start += MOST) {
    const batch = chatIds.slice(start, start + MOST);
    const result = await call('labels.put', { labelId: label.id, chatIds: batch, on, isOn });
    if (!result.ok) {
      sayFailure(result.error.message);
      break;
    }
    changed.push(...result.data);
    await refreshChats(batch);
  }
  return changed;
}

/** Makes a label; undefined when it could not be made, which has been said. */
export async function createLabel(name: string): Promise<Label | undefined> {
  const result = await call('labels.create', { name, color: null });
  if (!result.ok) {
    sayFailure(result.error.message);
    return undefined;
  }
  await loadLabels();
  return result.data;
}

/** Answers the sentence that says why it could not be changed, if it could not. */
export async function changeLabel(label: Label): Promise<string | undefined> {
  const { id, name, color } = label;
  const result = await call('labels.change', { labelId: id, name, color });
  if (!result.ok) return result.error.message;
  await loadLabels();
  return undefined;
}

export async function deleteLabel({ id, name }: Label): Promise<void> {
  const result = await call('labels.delete', { labelId: id });
  if (!result.ok) return sayFailure(result.error.message);
  await loadLabels();
  offerUndo(t('labels.deleted', { label: name }), async () => {
    const restored = await call('labels.restore', { labelId: id });
    if (!restored.ok) sayFailure(restored.error.message);
    await Promise.all([loadLabels(), loadLabelCounts()]);
  });
  return undefined;
}
