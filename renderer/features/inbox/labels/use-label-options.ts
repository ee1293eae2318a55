import { useState } from 'react';
import { labelKey } from '#shared/label.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Label, LabelTarget } from '#shared/models/label.ts';
import { useChats } from '../../../stores/chats.ts';
import { createLabel, putLabel, useLabels } from '../../../stores/labels.ts';

export type LabelOption =
  | {
      readonly kind: 'label';
      readonly label: Label;
      readonly state: 'all' | 'some' | 'none';
      /** Some carry it where it is not being put: on the chat instead of the person, or the other way. */
      readonly isElsewhere: boolean;
    }
  | { readonly kind: 'create'; readonly name: string };

interface LabelOptions {
  readonly options: readonly LabelOption[];
  /** What is done to the chosen one: put on all where some lack it, else taken off; or made. */
  readonly take: (option: LabelOption) => Promise<void>;
}

/** The labels that fit what was typed, and how the asked-for chats carry them. */
export function useLabelOptions(typed: string, on: LabelTarget): LabelOptions {
  const chats = useAskedChats();
  const all = useLabels((state) => state.all);
  const wanted = labelKey(typed);
  const fitting = all.filter(({ name }) => labelKey(name).includes(wanted));
  const labels = fitting.map((label): LabelOption => {
    const carrying = chats.filter((chat) => carries(chat, label, on)).length;
    const state = carrying === 0 ? 'none' : carrying === chats.length ? 'all' : 'some';
    const isElsewhere = chats.some((chat) => carries(chat, label, OTHER[on]));
    return { kind: 'label', label, state, isElsewhere };
  });
  const isNew = wanted !== '' && all.every(({ name }) => labelKey(name) !== wanted);
  const create: LabelOption[] = isNew ? [{ kind: 'create', name: typed.trim() }] : [];

  async function take(option: LabelOption): Promise<void> {
    if (option.kind === 'label') {
      return await putLabel(chats, { label: option.label, on, isOn: option.state !== 'all' });
    }
    const label = await createLabel(option.name);
    if (label !== undefined) await putLabel(chats, { label, on, isOn: true });
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
  // The open chat may stand among the rows too, as another copy: one of them counts.
  const shown = new Map([...rows, ...(open === undefined ? [] : [open])].map((c) => [c.id, c]));
  const fresh = asking.flatMap((id) => shown.get(id) ?? []);
  const isStale = fresh.some((chat) => known.get(chat.id) !== chat);
  if (isStale) setKnown(new Map([...known, ...fresh.map((chat) => [chat.id, chat] as const)]));
  return asking.flatMap((id) => shown.get(id) ?? known.get(id) ?? []);
}

const OTHER = { contact: 'chat', chat: 'contact' } as const;

function carries(chat: Chat, { id }: Label, on: LabelTarget): boolean {
  const carried = chat.labels.find((label) => label.id === id);
  return on === 'contact' ? carried?.isOnContact === true : carried?.isOnChat === true;
}
