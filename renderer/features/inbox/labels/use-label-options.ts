import { useState } from 'react';
import { labelKey } from '#shared/label.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Label } from '#shared/models/label.ts';
import { useChats } from '../../../stores/chats.ts';
import { createLabel, putLabel, useLabels } from '../../../stores/labels.ts';

export type LabelOption =
  | { readonly kind: 'label'; readonly label: Label; readonly state: 'all' | 'some' | 'none' }
  | { readonly kind: 'create'; readonly name: string };

interface LabelOptions {
  readonly options: readonly LabelOption[];
  /** What is done to the chosen one: put on all where some lack it, else taken off; or made. */
  readonly take: (option: LabelOption) => Promise<void>;
}

/** The labels that fit what was typed, and how the asked-for chats carry them. */
export function useLabelOptions(typed: string): LabelOptions {
  const chats = useAskedChats();
  const all = useLabels((state) => state.all);
  const wanted = labelKey(typed);
  const fitting = all.filter(({ name }) => labelKey(name).includes(wanted));
  const labels = fitting.map((label): LabelOption => {
    const carrying = chats.filter((chat) => carries(chat, label)).length;
    const state = carrying === 0 ? 'none' : carrying === chats.length ? 'all' : 'some';
    return { kind: 'label', label, state };
  });
  const isNew = wanted !== '' && all.every(({ name }) => labelKey(name) !== wanted);
  const create: LabelOption[] = isNew ? [{ kind: 'create', name: typed.trim() }] : [];

  async function take(option: LabelOption): Promise<void> {
    if (option.kind === 'label') return await putLabel(chats, option.label, option.state !== 'all');
    const label = await createLabel(option.name);
    if (label !== undefined) await putLabel(chats, label, true);
    return undefined;
  }

  return { options: [...labels, ...create], take };
}

/** Those that were asked for, as they are now; kept when a change takes one out of the view. */
function useAskedChats(): readonly Chat[] {
  const asking = useLabels((state) => state.asking);
  const rows = useChats((state) => state.rows);
  const open = useChats((state) => state.open);
  const [known, setKnown] = useState<ReadonlyMap<number, Chat>>(new Map());
  const shown = [...rows, ...(open === undefined ? [] : [open])];
  const fresh = shown.filter(({ id }) => asking.includes(id));
  const isStale = fresh.some((chat) => known.get(chat.id) !== chat);
  if (isStale) setKnown(new Map([...known, ...fresh.map((chat) => [chat.id, chat] as const)]));
  return asking.flatMap((id) => fresh.find((chat) => chat.id === id) ?? known.get(id) ?? []);
}

function carries(chat: Chat, { id }: Label): boolean {
  return chat.labels.some((label) => label.id === id && label.isOnContact);
}
