import { lazy } from 'react';
import type { ComponentType } from 'react';
import { MessageCircle, ShieldBan, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ScreenName } from '../stores/route.ts';

interface Screen {
  readonly icon: LucideIcon;
  /** Comes when it is first opened. */
  readonly Screen: ComponentType;
}

/** Every place that the rail leads to, in its order. */
export const SCREENS: Readonly<Record<ScreenName, Screen>> = {
  inbox: {
    icon: MessageCircle,
    Screen: lazy(async () => {
      const { InboxScreen } = await import('../features/inbox/InboxScreen.tsx');
      return { default: InboxScreen };
    }),
  },
  contacts: {
    icon: Users,
    Screen: lazy(async () => {
      const { ContactsScreen } = await import('../features/contacts/ContactsScreen.tsx');
      return { default: ContactsScreen };
    }),
  },
  blocks: {
    icon: ShieldBan,
    Screen: lazy(async () => {
      const { BlocksScreen } = await import('../features/blocks/BlocksScreen.tsx');
      return { default: BlocksScreen };
    }),
  },
};
