import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Chat } from '#shared/models/chat.ts';
import type { QuickReply } from '#shared/models/quick-reply.ts';
import { fillQuickReply, findQuickReplies } from '#shared/quick-reply.ts';
import { loadQuickReplies, useQuickReplies } from '../../../stores/quick-replies.ts';
import { useStatus } from '../../../stores/status.ts';

export interface QuickReplyPicker {
  readonly isOpen: boolean;
  readonly options: readonly QuickReply[];
  /** Which option Enter takes. */
  readonly active: number;
  readonly choose: (reply: QuickReply) => void;
  /** True when the key was meant for the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
}

const NONE: readonly QuickReply[] = [];

/** A list of quick replies, open while the field holds `/` and what is looked for. */
export function useQuickReplyPicker(
  chat: Chat,
  text: string,
  write: (text: string) => void,
): QuickReplyPicker {
  const all = useQuickReplies((state) => state.all) ?? NONE;
  const accounts = useStatus((state) => state.status?.accounts);
  const [dismissed, setDismissed] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const isOpen = /^\/\S{0,32}$/u.test(text) && text !== dismissed;
  const options = isOpen ? findQuickReplies(all, text.slice(1)) : NONE;
  const active = Math.min(chosen, Math.max(0, options.length - 1));

  useEffect(() => {
    if (isOpen) void loadQuickReplies();
  }, [isOpen]);

  function choose(reply: QuickReply) {
    const account = accounts?.find(({ id }) => id === chat.accountId);
    const business = account?.profileName ?? account?.name ?? '';
    setChosen(0);
    write(fillQuickReply(reply.text, { name: chat.contact.name, business }));
  }

  function takesKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const option = options[active];
    switch (event.key) {
      case 'ArrowDown':
        setChosen(options.length === 0 ? 0 : (active + 1) % options.length);
        return true;
      case 'ArrowUp':
        setChosen(options.length === 0 ? 0 : (active + options.length - 1) % options.length);
        return true;
      case 'Enter':
      case 'Tab':
        if (option !== undefined) choose(option);
        return option !== undefined;
      case 'Escape':
        setDismissed(text);
        return true;
      default:
        return false;
    }
  }

  return { isOpen, options, active, choose, takesKey };
}
